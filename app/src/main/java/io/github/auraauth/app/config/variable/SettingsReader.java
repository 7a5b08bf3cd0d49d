package io.github.auraauth.app.config.variable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads every variable of the catalogue once and checks each for itself. */
public final class SettingsReader {
    private static final String KIND = "AURA_SERVICE_ENVIRONMENT";
    private static final long LONGEST_FILE = 64 * 1024;

    private final Catalogue catalogue;
    private final Map<String, String> environment;
    private final List<Problem> problems = new ArrayList<>();

    public SettingsReader(Catalogue catalogue, Map<String, String> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    public Settings read() {
        ServiceEnvironment kind = given(KIND)
                .flatMap(catalogue.named(KIND).form().normal())
                .map(ServiceEnvironment::valueOf)
                .orElse(ServiceEnvironment.DEV);
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Variable variable : catalogue.all()) {
            settings.put(variable.name(), setting(variable, kind));
        }
        return new Settings(kind, settings, problems);
    }

    private Setting setting(Variable variable, ServiceEnvironment kind) {
        Optional<String> file = given(variable.fileName());
        Optional<String> value = given(variable.name());
        if (file.isPresent() && !variable.secret()) {
            problems.add(new Problem(variable.fileName(), "a file", "nothing: only secrets are read from files"));
        } else if (file.isPresent() && value.isPresent()) {
            problems.add(new Problem(variable.name(), "both itself and " + variable.fileName(), "one of the two"));
        } else if (file.isPresent()) {
            return content(variable, file.get())
                    .map(text -> checked(variable, text, ValueSource.FILE))
                    .orElseGet(() -> new Setting(variable, Optional.empty(), ValueSource.FILE, false));
        }
        return value.map(text -> checked(variable, text, ValueSource.ENV)).orElseGet(() -> unset(variable, kind));
    }

    private static Setting unset(Variable variable, ServiceEnvironment kind) {
        ValueSource source = variable.isGeneratedIn(kind) ? ValueSource.GENERATED : ValueSource.DEFAULT;
        return new Setting(variable, variable.valueWhenUnset(kind), source, true);
    }

    private Setting checked(Variable variable, String given, ValueSource source) {
        Optional<String> normal = variable.form().normal().apply(given);
        if (normal.isEmpty()) {
            problems.add(Problem.of(variable, given, variable.form().allowed()));
        }
        return new Setting(variable, normal.or(() -> Optional.of(given)), source, normal.isPresent());
    }

    private Optional<String> content(Variable variable, String file) {
        String allowed = "a readable file of up to 64 KiB that is not empty";
        try {
            Path path = Path.of(file);
            String text = Files.size(path) > LONGEST_FILE ? "" : withoutLastLineBreak(Files.readString(path));
            if (!text.isBlank()) {
                return Optional.of(text);
            }
        } catch (IOException | InvalidPathException e) {
            allowed += " (it cannot be read: " + e.getClass().getSimpleName() + ")";
        }
        problems.add(new Problem(variable.fileName(), '"' + Problem.masked(file) + '"', allowed));
        return Optional.empty();
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    private static String withoutLastLineBreak(String text) {
        String unix = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return unix.endsWith("\r") ? unix.substring(0, unix.length() - 1) : unix;
    }
}
