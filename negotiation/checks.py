"""System checks: `manage.py check` names what a step or a letter lacks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from negotiation.models.plan import STAGES
from negotiation.script import script_problems
from negotiation.scripts.catalogue import missing_templates
from negotiation.steps import STEPS
from negotiation.steps.base import CHAPTERS, Step


@register
def steps_are_whole(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Each step has a page with a panel, a known chapter and stages, fields that exist, and a test."""
    return [Error(text, id="groundwork.E001") for text in problems(STEPS)]


@register
def letters_are_whole(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    return [Error(f"letter template {name} is missing", id="groundwork.E002") for name in missing_templates()]


@register
def the_script_is_whole(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Every line of the talk is reached and has words, and every way through it ends well."""
    return [Error(f"script: {text}", id="groundwork.E003") for text in script_problems()]


def problems(steps: tuple[Step, ...]) -> list[str]:
    slugs = [step.slug for step in steps]
    found = [f"{slug} stands twice in STEPS" for slug in set(slugs) if slugs.count(slug) > 1]
    for step in steps:
        found += [f"{step.slug}: {text}" for text in lacks(step, set(slugs))]
    return found


def lacks(step: Step, slugs: set[str]) -> list[str]:
    fields = set(step.form.base_fields)
    grouped = {name for group in step.form.groups for name in group.fields}
    tests = Path(settings.BASE_DIR) / "tests"
    return [
        *([f"chapter {step.chapter} is not known"] if step.chapter not in CHAPTERS else []),
        *(
            [
                f"template {name} is missing"
                for name in (step.template, *(f"{step.template}#{part}" for part in ("panel", *step.beside)))
                if not there(name)
            ]
        ),
        *([f"stage {stage} is not known" for stage in step.suits if stage not in dict(STAGES)]),
        *(
            [
                f"uses {slug}, which is no step"
                for slug in (*step.uses, *step.glances, *step.browses, *step.seconds, *step.figures_of)
                if slug not in slugs | {"offer"}
            ]
        ),
        *([f"field {name} is in no group" for name in sorted(fields - grouped)]),
        *([f"{name} is no field of the form" for name in sorted({*step.profile, *grouped} - fields)]),
        *([f"tests/steps/test_{step.slug}.py is missing"] if lacks_test(tests, step.slug) else []),
    ]


def lacks_test(tests: Path, slug: str) -> bool:
    """An image without the tests is whole too."""
    return tests.is_dir() and not (tests / "steps" / f"test_{slug}.py").is_file()


def there(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True
