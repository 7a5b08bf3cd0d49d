package io.github.auraauth.domain.json;

/** The form that names and texts have: not empty, and whole, since half a surrogate pair has no UTF-8. */
final class JsonTexts {
    private JsonTexts() {}

    static void require(String text, String parameter) {
        if (!isText(text)) {
            throw new IllegalArgumentException(parameter + " must not be empty or hold half a surrogate pair");
        }
    }

    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
                    return false;
                }
            }
        }
        return !text.isEmpty();
    }
}
