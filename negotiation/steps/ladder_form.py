"""What is asked about the replies: what they have just said, what two of the answers need, and one's own words."""

from __future__ import annotations

from groundwork.forms import Group, SavedForm
from negotiation.calc.ladder import Reply
from negotiation.ladder import ladder_facts
from negotiation.models import Ladder

OWN = tuple(f"own_{reply}" for reply in Reply)


class LadderForm(SavedForm):
    groups = (
        Group("In the talk", ("said",), "Leave it blank until they have named a number."),
        Group("What two of the answers need", ("until", "drop")),
        Group("In your own words", OWN, "Whatever you leave blank is said in ours.", folded=True),
    )
    wanted = ("until",)

    class Meta:
        model = Ladder
        exclude = ["plan"]
        labels = {
            "said": "The number they have just named",
            "until": "When you answer, if they want it today",
            "drop": "What somebody else could do, if there is no money for more",
        } | {f"own_{reply}": said.says for reply, said in ladder_facts().replies.items()}
        help_texts = {
            "said": "Then you see at once which reply it is, and how it stands",
            "until": "It continues the sentence “You will have it by …”. A day and an hour are best",
            "drop": "One task or responsibility. It continues the sentence “Could somebody else do this: …”",
        } | {f"own_{reply}": said.sounds for reply, said in ladder_facts().replies.items()}
