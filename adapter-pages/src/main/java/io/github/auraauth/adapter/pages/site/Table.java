package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A list of things of one kind.
 *
 * @param caption what they are, for those who hear the page
 * @param columns names of the values; that of a column of buttons may be empty
 * @param rows with as many values as there are columns
 * @param empty what is said where there is no row: what to do first
 * @param pager where the list goes on
 */
public record Table(String caption, List<String> columns, List<List<Cell>> rows, String empty, Optional<Pager> pager)
        implements Element {
    public Table {
        requireNonNull(caption, "caption");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        requireNonNull(empty, "empty");
        requireNonNull(pager, "pager");
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row must have as many values as there are columns");
        }
    }

    /** A list that is shown whole. */
    public Table(String caption, List<String> columns, List<List<Cell>> rows, String empty) {
        this(caption, columns, rows, empty, Optional.empty());
    }

    @Override
    public String template() {
        return "site/table.jte";
    }

    /**
     * Where a list goes on.
     *
     * @param previous path of the part before, as the browser asks for it
     * @param next path of the part behind
     * @param words what the two links say, and what they are together
     */
    public record Pager(Optional<String> previous, Optional<String> next, Words words) {
        /** What is said of the links. */
        public record Words(String label, String previous, String next) {}

        public boolean isNeeded() {
            return previous.isPresent() || next.isPresent();
        }
    }
}
