"""The headings of advertisements that are known, and what stands under them."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import chain


class Topic(StrEnum):
    """What stands under a heading."""

    OFFER = "offer"
    APPLY = "apply"
    REQUIREMENTS = "requirements"
    TASKS = "tasks"
    ROLE = "role"  # the job in general: each line has to speak for itself
    ABOUT = "about"


_LONGEST = 70
_YOULL = r"you(?:'ll| will| would| are going to)"
# Looked for in the order of the topics: "desirable benefits" are an offer, "what you will bring" is no task.
_WORDS = {
    Topic.OFFER: r"(?:what )?we offer|what'?s in it for you|what you(?:'ll| will| can)? (?:get(?! to)|receive)"
    r"|benefits"
    r"|perks|salary|pay|compensation|our offer|(?:the )?package|rewards?|in return|why (?:work|join|us).*"
    r"|reasons to (?:join|apply)|terms and conditions"
    r"|(?:das |was )?(?:wir bieten|bieten wir)|was (?:sie|dich) erwartet|unser angebot|unsere leistungen"
    r"|(?:ce que )?nous offrons|avantages|(?:qué |te )?ofrecemos|beneficios|wij bieden|wat (?:wij|we) (?:jou )?bieden"
    r"|ons aanbod|(?:cosa )?offriamo|oferujemy|vi erbjuder|vi tilbyr|oferecemos|benefícios|待遇|福利",
    Topic.APPLY: r"(?:how to )?apply(?:ing)?|applications?|application process|next steps|contact(?: us)?"
    r"|closing date"
    r"|interviews?|equal (?:opportunit|employment).*|diversity.*|safeguarding.*|eeo.*|disclaimer|privacy.*"
    r"|(?:hiring|recruitment|selection) process|further information|deadline|posted"
    r"|location|(?:working )?hours|working pattern|contract(?: type)?|reports? to|start date|job ref.*"
    r"|department|grade"
    r"|band|(?:employment|job) type|standort|lieu|(?:ihre |deine )?bewerbung|kontakt|(?:pour )?postuler|candidature"
    r"|solliciteren|candidatura",
    Topic.REQUIREMENTS: r"requirements?|qualifications?|essentials?|essential (?:criteria|skills|requirements)"
    r"|must[- ]haves?|nice[- ]to[- ]haves?|desirables?|desirable (?:criteria|skills)|ideally|person specification"
    r"|preferred(?: qualifications| skills)?|bonus points?(?: if| for)?|(?:as )?an? (?:plus|advantage|asset)"
    rf"|about you|who you are|what (?:{_YOULL}|you) (?:must )?(?:bring|need|have)|skills|experience|knowledge"
    rf"|education"
    r"|(?:what |who )?we(?:'re| are)? (?:looking for|need|seek(?:ing)?|expect|ask|want)(?: (?:from|of) you"
    r"| some(?:one|body))?"
    r"(?: who| with)?|you(?:'ll| will| should| must| ideally)? (?:have|be|are|bring|need|hold)|competenc(?:e|ies)"
    r"|ideal (?:candidate|applicant|person)(?: will| should| must)?(?: have| be)?"
    r"|successful (?:candidate|applicant|person)(?: should| must|(?: will| should| must) (?:have|be))?"
    r"|eligibility|minimum"
    r"|candidate profile|your (?:profile|background|skills|experience|qualifications|strengths)"
    r"|(?:selection )?criteria"
    r"|certifications?|licen[cs]es?|behaviours"
    r"|anforderungen|(?:(?:ihr|dein|gesuchtes) )?profil|voraussetzungen|qualifikation(?:en)?|wünschenswert"
    r"|(?:das |was )(?:(?:sie|du) mitbring(?:en|st)|bring(?:st du|en sie) mit)|(?:votre )?profil(?: recherché)?"
    r"|compétences(?: requises)?|requisitos|(?:tu )?perfil(?: buscado)?|functie-?eisen|jouw profiel|wie ben jij"
    r"|wat vragen we|requisiti|wymagania|kvalifikationer|kvalifikasjoner|aranan nitelikler|応募資格|任职要求",
    Topic.TASKS: r"responsibilit(?:y|ies)|duties|accountabilities|tasks?|deliverables|scope of work|objectives"
    r"|the work"
    rf"|what {_YOULL} (?:do|be doing|work on|own|get to do)|what you do|(?:in this (?:role|job),? )?{_YOULL}"
    rf"|how {_YOULL} (?:spend your (?:time|days?)|make an impact)|your (?:role|mission|tasks|day|job|work|impact)"
    r"|day[- ]to[- ]day|(?:a )?typical (?:day|week)|what the (?:job|role) involves"
    r"|the (?:job|role|position|post) (?:involves|includes|will)|(?:post ?holder|jobholder"
    r"|successful (?:candidate|applicant|person)) will"
    r"|(?:ihre |deine |die |zu ihren )?aufgaben(?:gebiet|bereich)?|(?:ihre |deine )?tätigkeiten|(?:vos |tes "
    r"|les )?missions?"
    r"|(?:vos )?tâches|responsabilités|(?:tus |sus )?funciones|responsabilidades|tareas|(?:jouw |je )?taken"
    r"|werkzaamheden|wat ga je doen|mansioni|attività|(?:zakres )?obowiązk(?:i|ów)|arbetsuppgifter|arbeidsoppgaver"
    r"|tehtävät|atribuições|atividades|仕事内容|岗位职责|обязанности",
    Topic.ROLE: r"(?:about )?(?:the|this) (?:role|job|position|post|opportunity)|(?:job|role"
    r"|position) (?:description|summary)"
    r"|(?:job |main )?purpose(?: of (?:the )?(?:job|role|post))?|overview|stellenbeschreibung",
    Topic.ABOUT: r"about (?:us|our .*|the (?:company|team|school|trust|business|department|organi[sz]ation"
    r"|client|firm))"
    r"|who we are|our (?:company|story|mission|values|team|school|trust|culture|clinic|practice|client)"
    r"|company (?:description|overview|profile)|the (?:company|school|team|trust|client|business)|background"
    r"|about|(?-i:About)(?: (?-i:[A-Z&])[\w&.,'-]*){1,5}"
    r"|über uns|wir sind|wer wir sind|qui sommes[- ]nous|sobre nosotros|quiénes somos|over ons|chi siamo|o nas|om oss"
    r"|sobre nós",
}
_BEFORE = (
    r"(?:(?:your|the|our|key|main|core|some|primary|major|job|role|other|minimum|basic|specific|general|technical) )*"
)
_AFTER = r"(?: (?:and|&|/|of|for|in|include|includes|required|needed|expected)(?: [\w'/&-]+){0,4})?"
_WHOLE = {topic: re.compile(rf"{_BEFORE}(?:{words}){_AFTER}\s*[?…]?", re.I) for topic, words in _WORDS.items()}
_PART = {topic: re.compile(rf"\b(?:{words})\b", re.I) for topic, words in _WORDS.items()}


def topic_of(name: str, *, whole: bool = False) -> Topic | None:
    """What a heading announces. `whole`: only if all of it is such words, so that it needs no other mark."""
    said = name.strip().replace("’", "'")
    if not said or len(said) > _LONGEST:
        return None
    if said.lower() == "you":
        return Topic.REQUIREMENTS
    all_of_it = (topic for topic in Topic if _WHOLE[topic].fullmatch(said))
    part = (topic for topic in Topic if not whole and _PART[topic].search(said))
    return next(chain(all_of_it, part), None)
