package io.github.auraauth.fakes.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who logged in; the same for the same identifier, whenever and in whichever fake.
 *
 * @param type of the identifier: {@code email} or {@code phone_number}
 */
record FakePerson(String type, String identifier) {
    private static final int LONGEST = 256;
    private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{3,30}");

    /** The person of what was entered, or empty when that is neither a phone number nor an e-mail address. */
    static Optional<FakePerson> parse(String entered) {
        String text = entered.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (MAIL.matcher(text).matches()) {
            return Optional.of(new FakePerson("email", text));
        }
        return PHONE.matcher(text).matches() ? Optional.of(new FakePerson("phone_number", text)) : Optional.empty();
    }

    String sub() {
        return UUID.nameUUIDFromBytes(("sub:" + identifier).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    List<Map<String, String>> authenticationContext() {
        return List.of(Map.of("type", type, "identifier", identifier));
    }
}
