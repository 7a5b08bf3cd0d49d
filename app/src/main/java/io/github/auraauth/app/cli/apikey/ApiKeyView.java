package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line's view of keys. */
public final class ApiKeyView {
    static final String ADVISORY =
            "this is advisory: under the policy compat the holder of a key of version 1 can change"
                    + " it; revoke --consumer, or remove the encryption key, to be sure";

    private ApiKeyView() {}

    public static String format(ApiKeyFormat format) {
        return switch (format) {
            case V1 -> "v1";
            case V2 -> "v2";
        };
    }

    /** The model with the members that the key holds, in their order. */
    public static Map<String, Object> model(ApiKeyModel model) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", model.version());
        members.put("scopes", List.copyOf(model.grants().scopes()));
        members.put("apps", List.copyOf(model.grants().apps()));
        members.put("mode", model.grants().mode().text());
        if (!model.grants().paths().isEmpty()) {
            members.put("paths", model.grants().paths());
        }
        model.stamp().id().ifPresent(id -> members.put("jti", id));
        model.stamp().issuedAt().ifPresent(time -> members.put("iat", time.getEpochSecond()));
        model.stamp().expiresAt().ifPresent(time -> members.put("exp", time.getEpochSecond()));
        model.stamp().environment().ifPresent(name -> members.put("env", name));
        model.stamp().name().ifPresent(name -> members.put("name", name));
        return members;
    }
}
