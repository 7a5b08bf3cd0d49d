package io.github.auraauth.testkit.internal;

import java.util.List;

/** Texts that are valid for every identifier and that stores tend to get wrong; all are different, whatever they look like. */
public final class EdgeCaseTexts {
    private EdgeCaseTexts() {}

    /** One code point long to a few; allowed as auraId, authorizationId, userId and identifier of any type but phone. */
    public static List<String> all() {
        return List.of(
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
                "\u0645\u0631\u062D\u0628\u0627\u200F",
                "\u202Etxet desrever",
                "\u00E9",
                "e\u0301",
                "\uFB01",
                "fi",
                "\uFEFFmarked",
                "marked",
                "\uFFFE\uFFFF",
                "\u2028\u2029",
                "\uD834\uDD1E",
                "$where",
                "$",
                "{\"$gt\":\"\"}",
                "{\"$ne\":null}",
                "a.b..c",
                "...",
                ".a",
                "a.c",
                "abc",
                "^a.*$",
                "*",
                "__proto__",
                "_id",
                "null",
                "true",
                "0",
                "00",
                "' or '1'='1",
                "{a}:b",
                "<b>&amp",
                " ",
                " spaced ",
                "spaced",
                "upper",
                "UPPER",
                "+1 (202) 555-0100",
                "stra\u00DFe",
                "strasse");
    }

    /** A text of that many code points outside the basic plane: four bytes and two chars each. */
    public static String ofLength(int codePoints) {
        return "\uD83D\uDE00".repeat(codePoints);
    }
}
