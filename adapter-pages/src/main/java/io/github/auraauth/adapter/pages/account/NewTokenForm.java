package io.github.auraauth.adapter.pages.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form for a new token, as it was filled in.
 *
 * @param id of the token that is made
 * @param carries {@code all} of what the account may, or {@code chosen} permissions
 * @param chosen code names
 * @param days after which it ends; empty for never
 */
record NewTokenForm(AuthTokenId id, String name, String carries, Set<String> chosen, String days) {
    private static final String ALL = "all";
    private static final String CHOSEN = "chosen";
    private static final String USUAL_DAYS = "90";
    private static final List<String> DAYS = List.of("7", "30", USUAL_DAYS, "365", "");

    NewTokenForm {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(carries, "carries");
        chosen = Set.copyOf(chosen);
        requireNonNull(days, "days");
    }

    static NewTokenForm empty(AuthTokenId id) {
        return new NewTokenForm(id, "", CHOSEN, Set.of(), USUAL_DAYS);
    }

    /** @param otherwise identifier of the token where the form names none */
    static NewTokenForm of(Inputs inputs, AuthTokenId otherwise) {
        Set<String> chosen = new LinkedHashSet<>();
        inputs.body().path("permissions").forEach(name -> chosen.add(name.asText()));
        return new NewTokenForm(
                inputs.text(Input.body("id")).flatMap(AuthTokenId::parse).orElse(otherwise),
                inputs.text(Input.body("name")).orElse("").strip(),
                inputs.text(Input.body("carries")).orElse(CHOSEN),
                chosen,
                inputs.text(Input.body("days")).orElse(""));
    }

    /** By field, in words. */
    Map<String, String> faults(Texts texts) {
        Map<String, String> faults = new HashMap<>();
        if (AuthTokenName.parse(name).isEmpty()) {
            faults.put("name", texts.account("tokens.not-a-name"));
        }
        if (!carries.equals(ALL) && chosen.isEmpty()) {
            faults.put("permissions", texts.account("tokens.nothing-chosen"));
        }
        return faults;
    }

    /** The token, where nothing is wrong. */
    NewToken wanted(Instant now) {
        return new NewToken(
                new AuthTokenName(name),
                Optional.empty(),
                carries.equals(ALL)
                        ? Optional.empty()
                        : Optional.of(chosen.stream()
                                .flatMap(code -> Permission.parse(code).stream())
                                .collect(Collectors.toSet())),
                days.isEmpty() ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(Long.parseLong(days)))),
                Optional.of(id));
    }

    /**
     * The form's fields.
     *
     * @param known all permissions
     * @param rights of whoever makes the token: what they have not, they are not offered
     */
    List<FormField> fields(List<DescribedPermission> known, Rights rights, Map<String, String> faults, Texts texts) {
        List<Option> offered = known.stream()
                .filter(described -> rights.has(described.permission()))
                .map(described -> new Option(
                        described.permission().codeName(),
                        described.permission().codeName(),
                        described.text()))
                .toList();
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.of("name", texts.account("tokens.name"), InputType.TEXT)
                .holding(name)
                .hinted(texts.account("tokens.name-hint"))
                .withFault(Optional.ofNullable(faults.get("name"))));
        fields.add(FormField.of("days", texts.account("tokens.end"), InputType.SELECT)
                .optional()
                .holding(days)
                .from(DAYS.stream()
                        .map(count -> new Option(
                                count,
                                count.isEmpty()
                                        ? texts.account("tokens.endless")
                                        : Texts.filled(texts.account("tokens.days"), Map.of("days", count))))
                        .toList()));
        fields.add(FormField.of("carries", texts.account("tokens.carried"), InputType.SELECT)
                .holding(offered.isEmpty() ? ALL : carries)
                .withFault(Optional.ofNullable(faults.get("permissions")).filter(fault -> offered.isEmpty()))
                .from(List.of(
                        new Option(CHOSEN, texts.account("tokens.carries-chosen")),
                        new Option(ALL, texts.account("tokens.carries-all")))));
        if (!offered.isEmpty()) {
            fields.add(FormField.of("permissions", texts.account("tokens.permissions"), InputType.CHECKBOXES)
                    .holding(chosen)
                    .from(offered)
                    .withFault(Optional.ofNullable(faults.get("permissions"))));
        }
        return fields;
    }
}
