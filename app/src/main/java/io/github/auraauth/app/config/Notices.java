package io.github.auraauth.app.config;

import io.github.auraauth.app.config.account.AccountSettingsRules;
import io.github.auraauth.app.config.behaviour.BehaviourSettings;
import io.github.auraauth.app.config.login.LoginRules;
import io.github.auraauth.app.config.mongo.MongoRules;
import io.github.auraauth.app.config.upstream.StorageSettings;
import io.github.auraauth.app.config.variable.Catalogue;
import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.app.config.variable.Setting;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.app.config.variable.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Notices for an operator about variables that have no effect, or that need another. */
final class Notices {
    private Notices() {}

    /** @param links variables that are none of ours, whatever their names */
    static List<String> of(
            Catalogue catalogue, Settings settings, Map<String, String> environment, SortedSet<String> links) {
        List<String> notices = new ArrayList<>();
        if (!links.isEmpty()) {
            notices.add("Kubernetes' service links are no configuration and are ignored: " + String.join(", ", links)
                    + "; enableServiceLinks: false in the pod keeps them away");
        }
        for (Setting setting : settings.all()) {
            Variable variable = setting.variable();
            if (setting.isGiven() && variable.effect().isPresent()) {
                notices.add(
                        variable.name() + " is set, but " + variable.effect().get());
            }
        }
        if (!settings.kind().isDevelopment()
                && settings.list("AURA_TRUSTED_PROXIES").isEmpty()) {
            notices.add("AURA_TRUSTED_PROXIES is not set: behind a proxy all callers look like one, and share its"
                    + " failures; name the proxy's address, or leave this where callers connect directly");
        }
        notices.addAll(settings.notices());
        MongoRules.notice(settings).ifPresent(notices::add);
        notices.addAll(StorageSettings.notices(settings));
        notices.addAll(LoginRules.notices(settings));
        notices.addAll(AccountSettingsRules.notices(settings));
        notices.addAll(BehaviourSettings.notices(settings));
        String unknown = environment.keySet().stream()
                .filter(name -> name.startsWith("AURA_") && !isKnown(catalogue, name))
                .sorted()
                .map(Problem::masked)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            notices.add("Not known here and ignored: " + unknown);
        }
        return notices;
    }

    private static boolean isKnown(Catalogue catalogue, String name) {
        return catalogue.has(name)
                || name.endsWith("_FILE") && catalogue.has(name.substring(0, name.length() - "_FILE".length()));
    }
}
