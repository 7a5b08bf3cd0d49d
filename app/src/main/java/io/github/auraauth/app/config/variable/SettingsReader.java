package io.github.auraauth.app.config.variable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
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
    private final List<String> notices = new ArrayList<>();

    public SettingsReader(Catalogue catalogue, Map<String, String> environment) {
        this.catalogue = catalogue;
        this.environment = environment;
    }

    public Settings read() {
        ServiceEnvironment kind = arrived(KIND)
                .flatMap(value -> catalogue.named(KIND).form().normal().apply(value.taken()))
                .map(ServiceEnvironment::valueOf)
                .orElse(ServiceEnvironment.DEV);
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Variable variable : catalogue.all()) {
            settings.put(variable.name(), setting(variable, kind));
        }
        return new Settings(kind, settings, problems, notices);
    }

    private Setting setting(Variable variable, ServiceEnvironment kind) {
        Optional<ArrivedValue> file = arrived(variable.fileName());
        Optional<ArrivedValue> value = arrived(variable.name());
        if (file.isPresent() && !variable.hasFile()) {
            problems.add(new Problem(variable.fileName(), "a file", "nothing: this one is not read from a file"));
        } else if (file.isPresent() && value.isPresent()) {
            problems.add(new Problem(variable.name(), "both itself and " + variable.fileName(), "one of the two"));
        } else if (file.isPresent()) {
            file.get().notice(variable.fileName()).ifPresent(notices::add);
            return content(variable, file.get().taken())
                    .map(text -> checked(variable, text, ValueSource.FILE))
                    .orElseGet(() -> Setting.of(variable, Optional.empty(), ValueSource.FILE, false));
        }
        return value.map(text -> checked(variable, text, ValueSource.ENV)).orElseGet(() -> unset(variable, kind));
    }

    private static Setting unset(Variable variable, ServiceEnvironment kind) {
        ValueSource source = variable.isGeneratedIn(kind) ? ValueSource.GENERATED : ValueSource.DEFAULT;
        return Setting.of(variable, variable.valueWhenUnset(kind), source, true);
    }

    private Setting checked(Variable variable, ArrivedValue value, ValueSource source) {
        value.notice(source == ValueSource.FILE ? "The file of " + variable.fileName() : variable.name())
                .ifPresent(notices::add);
        Optional<String> normal = variable.form().normal().apply(value.taken());
        if (normal.isEmpty()) {
            problems.add(Problem.of(variable, value.taken(), variable.form().allowed()));
        }
        return new Setting(
                variable, normal.or(() -> Optional.of(value.taken())), source, normal.isPresent(), value.original());
    }

    private Optional<ArrivedValue> content(Variable variable, String file) {
        String allowed = "a readable file of up to 64 KiB that is not empty";
        try {
            Path path = Path.of(file);
            String text = Files.size(path) > LONGEST_FILE ? "" : withoutLastLineBreak(Files.readString(path));
            ArrivedValue value = ArrivedValue.of(text);
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        } catch (IOException | InvalidPathException e) {
            allowed += " (" + reason(e) + ")";
        }
        problems.add(new Problem(variable.fileName(), '"' + Problem.masked(file) + '"', allowed));
        return Optional.empty();
    }

    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return failure instanceof CharacterCodingException ? "it is no text in UTF-8" : "it cannot be read";
    }

    private Optional<ArrivedValue> arrived(String name) {
        return Optional.ofNullable(environment.get(name)).map(ArrivedValue::of).filter(value -> !value.isEmpty());
    }

    private static String withoutLastLineBreak(String text) {
        String unix = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return unix.endsWith("\r") ? unix.substring(0, unix.length() - 1) : unix;
    }
}
