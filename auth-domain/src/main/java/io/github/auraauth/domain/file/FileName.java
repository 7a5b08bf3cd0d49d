package io.github.auraauth.domain.file;

import java.util.Arrays;
import java.util.List;

/**
 * The name of a stored file: parts parted by {@code /}, 1 to 512 characters in all, none of which leads elsewhere.
 *
 * @param text for example {@code es-es.json} or {@code backup/es-es.json}
 */
public record FileName(String text) {
    private static final int LONGEST = 512;
    private static final List<String> LEADING_ELSEWHERE = List.of("", ".", "..");

    public FileName {
        boolean plain = text.length() <= LONGEST
                && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\')
                && Arrays.stream(text.split("/", -1)).noneMatch(FileName::leadsElsewhere);
        if (!plain) {
            throw new IllegalArgumentException("text must be a path of 1 to 512 characters that stays in its place");
        }
    }

    /** Storage drops a dot at the end of a part, so that one could be another's name. */
    private static boolean leadsElsewhere(String part) {
        return LEADING_ELSEWHERE.contains(part) || part.endsWith(".");
    }

    @Override
    public String toString() {
        return text;
    }
}
