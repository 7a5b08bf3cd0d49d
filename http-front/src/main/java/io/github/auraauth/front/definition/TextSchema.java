package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The schema of a text, compiled from the definition. A keyword that this does not enforce is
 * refused, so that the definition never promises a check that nobody makes.
 */
public final class TextSchema {
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "nullable",
            "minLength",
            "maxLength",
            "pattern",
            "enum",
            "format",
            "x-aura-format",
            "description",
            "example",
            "x-aura-form");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    private static final int LAST_OF_ASCII = 0x7F;

    private final String words;
    private final int shortest;
    private final int longest;
    private final Pattern pattern;
    private final Set<String> choices;
    private final String format;

    private TextSchema(JsonNode schema) {
        this.words = required(schema, "x-aura-form");
        this.shortest = schema.path("minLength").asInt(0);
        this.longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        this.pattern = schema.has("pattern") ? anchored(required(schema, "pattern")) : ANYTHING;
        this.choices = new LinkedHashSet<>();
        schema.path("enum").forEach(choice -> choices.add(choice.textValue()));
        this.format = schema.path("format").asText(schema.path("x-aura-format").asText(""));
    }

    /** @throws IllegalArgumentException when the schema is not one of a text, or says more than is enforced here */
    public static TextSchema of(JsonNode schema) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KEYWORDS.contains(keyword)) {
                throw new IllegalArgumentException("a text's schema has the keyword " + keyword);
            }
        });
        if (!required(schema, "type").equals("string")) {
            throw new IllegalArgumentException("a schema is not one of a text");
        }
        TextSchema text = new TextSchema(schema);
        if (!Set.of("", "uuid", "date-time").contains(text.format)) {
            throw new IllegalArgumentException("a text's schema has the format " + text.format);
        }
        return text;
    }

    /** Whether the text keeps this schema. Lengths are counted in code points. */
    public boolean accepts(String text) {
        int points = text.codePointCount(0, text.length());
        return points >= shortest
                && points <= longest
                && (choices.isEmpty() || choices.contains(text))
                && (pattern == ANYTHING || pattern.matcher(text).matches())
                && isOfFormat(text)
                && hasNoHalfPair(text);
    }

    /**
     * What is wrong with a text, in words that follow its name and never hold the text. What can be told apart is named;
     * of all else it is said what it must be.
     */
    public String fault(String text) {
        int points = text.codePointCount(0, text.length());
        if (text.isEmpty() && shortest > 0) {
            return "must not be empty";
        }
        if (points > longest) {
            return "must be at most " + longest + " characters long";
        }
        if (!hasNoHalfPair(text)) {
            return "must be text, and has half of a surrogate pair";
        }
        boolean fits = pattern.matcher(text).matches();
        if (!fits && text.chars().anyMatch(Character::isISOControl)) {
            return "must be without control characters";
        }
        if (!fits && text.codePoints().anyMatch(TextSchema::isDigitBeyondAscii)) {
            return "must have the digits 0 to 9 only, and has those of another script";
        }
        return "must be " + words;
    }

    private static boolean isDigitBeyondAscii(int point) {
        return point > LAST_OF_ASCII && Character.isDigit(point);
    }

    private boolean isOfFormat(String text) {
        return switch (format) {
            case "uuid" -> UUID.matcher(text).matches();
            case "date-time" -> isTime(text);
            default -> true;
        };
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean hasNoHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** A schema's pattern is searched for; Java's {@code $} would let a line break follow, so the whole text is matched. */
    private static Pattern anchored(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw new IllegalArgumentException("a pattern begins with ^ and ends with $");
        }
        // As in ECMAScript, whose patterns these are, only what the pattern names ends a line.
        return Pattern.compile(pattern.substring(1, pattern.length() - 1), Pattern.UNIX_LINES);
    }

    private static String required(JsonNode schema, String keyword) {
        String text = schema.path(keyword).textValue();
        if (text == null) {
            throw new IllegalArgumentException("a text's schema has no " + keyword);
        }
        return text;
    }
}
