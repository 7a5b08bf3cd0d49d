package io.github.auraauth.embedded.index;

import java.util.Arrays;

/**
 * Numbers by index. A page at a time is added where more are needed, so that growing takes as long for millions as for
 * thousands; an array would be copied. Not safe for use by several threads at a time.
 */
final class IntPages {
    private static final int BITS = 12;
    private static final int PAGE = 1 << BITS;
    private static final int FIRST_SIZE = 16;

    private final int initial;
    private int[][] pages = {{}};
    private int length;

    /** @param initial what stands everywhere at first */
    IntPages(int initial) {
        this.initial = initial;
    }

    int get(int index) {
        return pages[index >>> BITS][index & PAGE - 1];
    }

    void set(int index, int value) {
        pages[index >>> BITS][index & PAGE - 1] = value;
    }

    /** How many there are room for. */
    int length() {
        return length;
    }

    /** Makes room for as many, and maybe some more. */
    void ensure(int least) {
        while (length < least) {
            if (length < PAGE) {
                pages[0] = Arrays.copyOf(pages[0], Math.max(FIRST_SIZE, 2 * length));
                Arrays.fill(pages[0], length, pages[0].length, initial);
                length = pages[0].length;
            } else {
                addPage();
            }
        }
    }

    private void addPage() {
        int number = length >>> BITS;
        if (number == pages.length) {
            pages = Arrays.copyOf(pages, 2 * number);
        }
        pages[number] = new int[PAGE];
        Arrays.fill(pages[number], initial);
        length += PAGE;
    }
}
