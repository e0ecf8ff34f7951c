"""What people, programs and attackers put into a text field."""

from __future__ import annotations

LONG = "lo ng" * 20_000  # 100,000 characters

# Each fits into the shortest field (200 characters) and begins and ends with ink.
HOSTILE = {
    "elements": "xq<script>alert(1)</script><ScRiPt src=//evil.example/x.js></sCrIpT><img src=x onerror=alert(1)>"
    "<svg onload=alert(1)><xss-mark>&lt;b&gt;&#60;i&#62;xq",
    "out of an attribute or a field": 'xq" autofocus onfocus="alert(1)" style="color:red" xss=\'xq\' onblur=\'alert(1)'
    "</textarea></title></style></pre></svg><xss-mark>--><!-- ]]>xq",
    "templates": "xq{{ 7|add:35 }}{% now 'Y' %}{# gone #}{{ request.user }}{% include 'base.html' %}"
    "${7*6}<%= 7*6 %>#{7*6}%(name)s{0.__class__}xq",
    "typst": 'xq#read("/etc/passwd") #panic("no") $ x $ *b* _i_ @ref <label> \\ // gone /* gone */ `raw` [#sys]'
    ' #import "@preview/cetz:0.3.1" #include "brief.typ" #xq',
    "a link that runs": "javascript:alert(1)//https://a.example/ data:text/html,<script>alert(1)</script>",
    "a formula": "=HYPERLINK(\"https://evil.example\",\"xq\")+cmd|' /C calc'!A0 @SUM(1) '; DROP TABLE x; -- \\' %s %%",
    "None": "None",
    "strange scripts": "xq\u202egnp.exe\u2066\u2067\u2069\u200fשלום عربي\u202c 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 Z"
    + "\u0301\u0323\u0489" * 20
    + " e\u0301a\u030a\u1100\u1161\u11a8 \u3000\u00a0\u200b\u2060\u00ad文字한글ไทยxq",
    "line ends": "xq\r\nSet-Cookie: xss=1\r\n\r\none\rtwo\nthree\u2028four\u2029five\x0bsix\x0c\x85xq",
    "no characters": "xq\x00\x01\x08\x1b[31m\x7f\x9f\ufeff \ud83d\udc4dx\udfffxq\ud800 \ufffe\uffff %00%0d%0axq",
}
# What a font may lack: then the characters are named, and nothing is printed as a blank.
UNPRINTABLE = {"strange scripts", "no characters"}

# What a money field gets that is no amount, or none that can be meant: these in every form there is ...
NOT_MONEY = [
    *("-1", "10^30", "NaN", "1e999", "inf", "12\x003x", "9" * 100_000, "\u202e000,09x", "👍", "about 90", "85-95k"),
]
# ... and these in the form with the most of such fields.
NOR_MONEY = [
    *("-0.01", "1" + "0" * 30, "nan", "1e5", "-inf", "Infinity", "0x10", "85 to 95", "1.2.3", "12,34,56.7.8", "90k?"),
    *(
        "tbd",
        "ninety",
        "90 per hour",
        "½",
        "90 and more",
        "12\u200b\u200bk3",
        "=1+1",
        "<b>90</b>",
        "{{ 90 }}",
        "$ 90 £",
    ),
    *("1000000000000", "999999999999999999", "--5", "(90)", "90%", "12:30", "1_000_000_000_000", "90 USD", "$ 90"),
]
# As people type it, and the amount it is: these in every form there is, whatever its currency ...
MONEY = {"120k": "120000", "1.2m": "1200000", "120 000": "120000", "120.000,50": "120000.50", "0": "0"}
# ... and these in euros.
EUROS = MONEY | {
    "120\u00a0000": "120000",
    "120,000": "120000",
    "120,000.50": "120000.50",
    "120'000": "120000",
    "€ 95.5k": "95500",
    "95500 EUR": "95500",
    " 90000 ": "90000",
    "٩٠٠٠٠": "90000",
    "0.01": "0.01",
    "999999999999": "999999999999",
}
