package io.github.auraauth.app.config.variable;

import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every variable with what was found for it. Values that are not allowed count as unset here; their problems are listed. */
public final class Settings {
    private final ServiceEnvironment kind;
    private final Map<String, Setting> settings;
    private final List<Problem> problems;
    private final List<String> notices;

    Settings(ServiceEnvironment kind, Map<String, Setting> settings, List<Problem> problems, List<String> notices) {
        this.kind = kind;
        this.settings = settings;
        this.problems = List.copyOf(problems);
        this.notices = List.copyOf(notices);
    }

    /** The same with these in the place of those of the same variables. */
    public Settings with(List<Setting> others) {
        Map<String, Setting> all = new LinkedHashMap<>(settings);
        others.forEach(other -> all.put(other.variable().name(), other));
        return new Settings(kind, all, problems, notices);
    }

    public ServiceEnvironment kind() {
        return kind;
    }

    /** What is wrong with single variables. */
    public List<Problem> problems() {
        return problems;
    }

    /** What an operator should be told of how values were read. */
    public List<String> notices() {
        return notices;
    }

    public Collection<Setting> all() {
        return settings.values();
    }

    /** Whether the variable is given, in a form that is allowed or not. */
    public boolean isGiven(String name) {
        return setting(name).isGiven();
    }

    public Optional<String> text(String name) {
        Setting setting = setting(name);
        return setting.allowed() ? setting.value() : setting.variable().valueWhenUnset(kind);
    }

    /** @throws IllegalStateException when the variable has neither value nor default: a rule has been forgotten */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException(name + " has no value"));
    }

    public Optional<Secret> secret(String name) {
        return text(name).map(Secret::ofText);
    }

    public int number(String name) {
        return Integer.parseInt(required(name));
    }

    public Duration milliseconds(String name) {
        return Duration.ofMillis(Long.parseLong(required(name)));
    }

    public Duration seconds(String name) {
        return Duration.ofSeconds(Long.parseLong(required(name)));
    }

    public boolean flag(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    public List<String> list(String name) {
        return entries(text(name));
    }

    /** The published default's entries, and then those given. */
    public List<String> listBesideDefault(String name) {
        List<String> standing = entries(setting(name).variable().defaultValue());
        return setting(name).isGiven()
                ? Stream.concat(standing.stream(), list(name).stream())
                        .distinct()
                        .toList()
                : standing;
    }

    /** What was given, as anybody may see it. */
    public String shownGiven(String name) {
        Setting setting = setting(name);
        return Problem.shown(setting.variable(), setting.value().orElse(""));
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public Setting setting(String name) {
        return Optional.ofNullable(settings.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no variable is called " + name));
    }

    private static List<String> entries(Optional<String> list) {
        return list.stream()
                .flatMap(entries -> Arrays.stream(entries.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
