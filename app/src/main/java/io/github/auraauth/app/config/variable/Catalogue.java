package io.github.auraauth.app.config.variable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every variable that this program knows: the lines of {@code variables.tsv} beside this class, the one such list. */
public final class Catalogue {
    private final Map<String, Variable> variables;

    private Catalogue(Map<String, Variable> variables) {
        this.variables = Collections.unmodifiableMap(variables);
    }

    public static Catalogue load() {
        Map<String, Variable> variables = new LinkedHashMap<>();
        try (InputStream in = Catalogue.class.getResourceAsStream("variables.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(Catalogue::variable).forEach(each -> variables.put(each.name(), each));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(variables);
    }

    public Collection<Variable> all() {
        return variables.values();
    }

    public boolean has(String name) {
        return variables.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public Variable named(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no variable is called " + name));
    }

    private static Variable variable(String line) {
        String[] cells = line.split("\t", -1);
        return new Variable(
                cells[0],
                cells[1],
                filled(cells[2]),
                filled(cells[3]),
                cells[4].equals("yes"),
                !cells[4].isEmpty(),
                cells[5],
                ValueFormats.parse(cells[6]),
                filled(cells[7]),
                cells[8]);
    }

    private static Optional<String> filled(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }
}
