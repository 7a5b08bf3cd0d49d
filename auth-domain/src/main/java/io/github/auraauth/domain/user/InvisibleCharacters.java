package io.github.auraauth.domain.user;

/**
 * Characters that show nothing: those of Unicode's category Format, bidirectional and zero width ones among them, line and
 * paragraph separators, and the others that are {@code Default_Ignorable_Code_Point} (Unicode 15, DerivedCoreProperties).
 */
final class InvisibleCharacters {
    /** First and last of each range that no general category tells. */
    private static final int[][] OTHERS = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}
    };

    private InvisibleCharacters() {}

    static boolean contains(int point) {
        int type = Character.getType(point);
        if (type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.CONTROL) {
            return true;
        }
        for (int[] range : OTHERS) {
            if (point >= range[0] && point <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
