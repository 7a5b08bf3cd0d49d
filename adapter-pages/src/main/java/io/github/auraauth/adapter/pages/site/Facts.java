package io.github.auraauth.adapter.pages.site;

import java.util.List;

/** A list of facts: names with their values. */
public record Facts(List<Fact> facts) implements Element {
    public Facts {
        facts = List.copyOf(facts);
    }

    public static Facts of(Fact... facts) {
        return new Facts(List.of(facts));
    }

    @Override
    public String template() {
        return "site/facts.jte";
    }

    /**
     * One of them.
     *
     * @param values one, where there are not several
     */
    public record Fact(String name, List<Cell> values) {
        public Fact {
            values = List.copyOf(values);
        }

        public Fact(String name, Cell value) {
            this(name, List.of(value));
        }
    }
}
