package io.github.auraauth.app.config.variable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms by the words that the catalogue writes for them. */
public final class ValueFormats {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private ValueFormats() {}

    /** @throws IllegalArgumentException when the catalogue has a word that means nothing */
    public static ValueFormat parse(String words) {
        int space = words.indexOf(' ');
        String kind = space < 0 ? words : words.substring(0, space);
        String rest = space < 0 ? "" : words.substring(space + 1);
        return switch (kind) {
            case "text" -> text();
            case "texts" -> text().asList();
            case "keys" ->
                ValueFormat.accepting("printable ASCII without spaces", ValueFormats::isKey)
                        .asList();
            case "boolean" -> oneOf("true|false");
            case "number" -> number(rest);
            case "oneOf" -> oneOf(rest);
            case "match" -> matching(rest);
            case "matches" -> matching(rest).asList();
            case "url" ->
                ValueFormat.accepting("an http or https address without user and query", AddressFormats::isWebAddress);
            case "origins" ->
                new ValueFormat("an origin such as https://www.example.com", AddressFormats::origin).asList();
            case "mongo" ->
                ValueFormat.accepting(
                        "an address that begins with mongodb:// or mongodb+srv://", AddressFormats::isMongo);
            case "hosts" ->
                ValueFormat.accepting("host:port", AddressFormats::isHostWithPort)
                        .asList();
            case "cidrs" ->
                ValueFormat.accepting("a network such as 10.0.0.0/8", AddressFormats::isNetwork)
                        .asList();
            case "address" ->
                ValueFormat.accepting(
                        "the address of an interface, such as 127.0.0.1, ::1, or 0.0.0.0 and :: for all",
                        AddressFormats::isLiteral);
            case "cron" ->
                ValueFormat.accepting(
                        "five fields of a cron pattern, such as */5 * * * *",
                        text -> CronPattern.parse(text).isPresent());
            case "zone" -> ValueFormat.accepting("a time zone such as Europe/Madrid", ValueFormats::isZone);
            default -> throw new IllegalArgumentException("no form is called " + kind);
        };
    }

    /** Text that is taken as it is. */
    private static ValueFormat text() {
        return new ValueFormat(
                "text without control characters",
                given -> Optional.of(given)
                        .filter(text -> text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' || c == 0x7f)));
    }

    private static ValueFormat oneOf(String words) {
        String[] values = words.split("\\|", -1);
        return new ValueFormat(
                String.join(", ", values),
                given -> Arrays.stream(values)
                        .filter(value -> value.equalsIgnoreCase(given.strip()))
                        .findFirst());
    }

    /** A range, and maybe the unit behind it. */
    private static ValueFormat number(String rangeAndUnit) {
        String[] words = rangeAndUnit.split(" ", 2);
        String[] ends = words[0].split("\\.\\.", 2);
        long least = Long.parseLong(ends[0]);
        long most = Long.parseLong(ends[1]);
        String allowed = (least == most ? ends[0] : "a whole number from " + least + " to " + most)
                + (words.length > 1 ? ", in " + words[1] : "");
        return new ValueFormat(
                allowed,
                given -> Optional.of(given.strip())
                        .filter(text -> WHOLE.matcher(text).matches())
                        .map(Long::parseLong)
                        .filter(number -> number >= least && number <= most)
                        .map(String::valueOf));
    }

    private static ValueFormat matching(String patternAndWords) {
        String[] parts = patternAndWords.split(" :: ", 2);
        Pattern pattern = Pattern.compile(parts[0]);
        return ValueFormat.accepting(parts[1], text -> pattern.matcher(text).matches());
    }

    /** What can stand in a header as it is. */
    private static boolean isKey(String text) {
        return text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
