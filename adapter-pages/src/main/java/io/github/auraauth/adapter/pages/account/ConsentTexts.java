package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.provider.Scope;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts that say what a service is told of somebody. */
final class ConsentTexts {
    private ConsentTexts() {}

    /** One sentence for all scopes that we know. */
    static String told(Set<String> scopes, Texts texts) {
        return Scope.among(Scope.list(scopes)).stream()
                .map(scope -> texts.provider("scope." + scope.value()))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}
