package io.github.auraauth.app.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms by the words that the catalogue writes for them. */
final class Forms {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private Forms() {}

    /** @throws IllegalArgumentException when the catalogue has a word that means nothing */
    static Form parse(String words) {
        int space = words.indexOf(' ');
        String kind = space < 0 ? words : words.substring(0, space);
        String rest = space < 0 ? "" : words.substring(space + 1);
        return switch (kind) {
            case "text" -> text();
            case "texts" -> text().asList();
            case "keys" ->
                Form.accepting("printable ASCII without spaces", Forms::isKey).asList();
            case "boolean" -> oneOf("true|false");
            case "number" -> number(rest);
            case "oneOf" -> oneOf(rest);
            case "match" -> matching(rest);
            case "matches" -> matching(rest).asList();
            case "url" -> Form.accepting("an http or https address without user and query", Addresses::isWebAddress);
            case "origins" -> new Form("an origin such as https://www.example.com", Addresses::origin).asList();
            case "mongo" ->
                Form.accepting("an address that begins with mongodb:// or mongodb+srv://", Addresses::isMongo);
            case "hosts" ->
                Form.accepting("host:port", Addresses::isHostWithPort).asList();
            case "cidrs" ->
                Form.accepting("a network such as 10.0.0.0/8", Addresses::isNetwork)
                        .asList();
            case "address" ->
                Form.accepting("the address of an interface, such as 127.0.0.1 or 0.0.0.0", Addresses::isLiteral);
            case "zone" -> Form.accepting("a time zone such as Europe/Madrid", Forms::isZone);
            default -> throw new IllegalArgumentException("no form is called " + kind);
        };
    }

    /** Text that is taken as it is, also white space around it: it may belong to a password. */
    private static Form text() {
        return new Form(
                "text without control characters",
                given -> Optional.of(given)
                        .filter(text -> text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' || c == 0x7f)));
    }

    private static Form oneOf(String words) {
        String[] values = words.split("\\|", -1);
        return new Form(
                String.join(", ", values),
                given -> Arrays.stream(values)
                        .filter(value -> value.equalsIgnoreCase(given.strip()))
                        .findFirst());
    }

    private static Form number(String range) {
        String[] ends = range.split("\\.\\.", 2);
        long least = Long.parseLong(ends[0]);
        long most = Long.parseLong(ends[1]);
        String allowed = least == most ? ends[0] : "a whole number from " + least + " to " + most;
        return new Form(
                allowed,
                given -> Optional.of(given.strip())
                        .filter(text -> WHOLE.matcher(text).matches())
                        .map(Long::parseLong)
                        .filter(number -> number >= least && number <= most)
                        .map(String::valueOf));
    }

    private static Form matching(String patternAndWords) {
        String[] parts = patternAndWords.split(" :: ", 2);
        Pattern pattern = Pattern.compile(parts[0]);
        return Form.accepting(parts[1], text -> pattern.matcher(text).matches());
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
