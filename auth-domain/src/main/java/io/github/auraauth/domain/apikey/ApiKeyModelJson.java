package io.github.auraauth.domain.apikey;

import static java.util.Map.entry;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.json.FlatJsonReader;
import io.github.auraauth.domain.json.FlatJsonWriter;
import io.github.auraauth.domain.json.FlatObject;
import io.github.auraauth.domain.json.FlatValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The model as JSON. Reading is strict: it is what stands between a changed ciphertext and a granted call. */
final class ApiKeyModelJson {
    private static final Map<String, Class<? extends FlatValue>> MEMBERS = Map.ofEntries(
            entry("version", FlatValue.Text.class),
            entry("scopes", FlatValue.TextList.class),
            entry("scope", FlatValue.Text.class),
            entry("apps", FlatValue.TextList.class),
            entry("app", FlatValue.Text.class),
            entry("mode", FlatValue.Text.class),
            entry("paths", FlatValue.TextList.class),
            entry("path", FlatValue.Text.class),
            entry("jti", FlatValue.Text.class),
            entry("iat", FlatValue.Whole.class),
            entry("exp", FlatValue.Whole.class),
            entry("env", FlatValue.Text.class),
            entry("name", FlatValue.Text.class));

    private ApiKeyModelJson() {}

    /**
     * What a key needs stands right behind {@code version}: a holder of a key of version 1 who cuts its head off, and
     * writes a new first block, then loses that and not what limits the key.
     */
    static byte[] write(ApiKeyModel model) {
        Map<String, FlatValue> members = new LinkedHashMap<>();
        ApiKeyModel.Grants grants = model.grants();
        ApiKeyModel.Stamp stamp = model.stamp();
        members.put("version", new FlatValue.Text(model.version()));
        members.put("scopes", new FlatValue.TextList(List.copyOf(grants.scopes())));
        members.put("apps", new FlatValue.TextList(List.copyOf(grants.apps())));
        members.put("mode", new FlatValue.Text(grants.mode().text()));
        if (!grants.paths().isEmpty()) {
            members.put("paths", new FlatValue.TextList(grants.paths()));
        }
        stamp.id().ifPresent(text -> members.put("jti", new FlatValue.Text(text)));
        stamp.issuedAt().ifPresent(time -> members.put("iat", new FlatValue.Whole(time.getEpochSecond())));
        stamp.expiresAt().ifPresent(time -> members.put("exp", new FlatValue.Whole(time.getEpochSecond())));
        stamp.environment().ifPresent(text -> members.put("env", new FlatValue.Text(text)));
        stamp.name().ifPresent(text -> members.put("name", new FlatValue.Text(text)));
        return FlatJsonWriter.write(new FlatObject(members)).getBytes(StandardCharsets.UTF_8);
    }

    static Optional<ApiKeyModel> read(byte[] plain, int length) {
        return FlatJsonReader.read(plain, 0, length)
                .filter(ApiKeyModelJson::hasTheForm)
                .flatMap(ApiKeyModelJson::model);
    }

    private static boolean hasTheForm(FlatObject object) {
        if (object.members().isEmpty() || !object.names().iterator().next().equals("version")) {
            return false;
        }
        for (var member : object.members().entrySet()) {
            Class<? extends FlatValue> type = MEMBERS.get(member.getKey());
            if (type == null || !type.isInstance(member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ApiKeyModel> model(FlatObject object) {
        Optional<Set<String>> scopes = entries(object, "scopes", "scope");
        Optional<Set<String>> apps = entries(object, "apps", "app");
        Optional<AccessMode> mode = object.text("mode").flatMap(AccessMode::parse);
        Optional<Set<String>> paths = paths(object);
        if (scopes.isEmpty() || apps.isEmpty() || mode.isEmpty() || paths.isEmpty()) {
            return Optional.empty();
        }
        try {
            var grants = new ApiKeyModel.Grants(scopes.get(), apps.get(), mode.get(), List.copyOf(paths.get()));
            return object.text("version").map(version -> new ApiKeyModel(version, grants, stamp(object)));
        } catch (IllegalArgumentException outOfForm) {
            return Optional.empty();
        }
    }

    private static ApiKeyModel.Stamp stamp(FlatObject object) {
        return new ApiKeyModel.Stamp(
                object.text("jti"),
                object.whole("iat").map(Instant::ofEpochSecond),
                object.whole("exp").map(Instant::ofEpochSecond),
                object.text("env"),
                object.text("name"));
    }

    /** No limit where neither member stands; a limit of nothing is no key. */
    private static Optional<Set<String>> paths(FlatObject object) {
        if (!object.has("paths") && !object.has("path")) {
            return Optional.of(Set.of());
        }
        return entries(object, "paths", "path").filter(paths -> !paths.isEmpty());
    }

    /** The plural member wins; the singular one holds a single entry, and has an entry's form even where it loses. */
    private static Optional<Set<String>> entries(FlatObject object, String plural, String singular) {
        Optional<String> single = object.text(singular);
        if (single.isPresent() && !ApiKeyTexts.isEntry(single.get())) {
            return Optional.empty();
        }
        Optional<List<String>> several = object.texts(plural);
        return several.isPresent() ? several.map(LinkedHashSet::new) : single.map(Set::of);
    }
}
