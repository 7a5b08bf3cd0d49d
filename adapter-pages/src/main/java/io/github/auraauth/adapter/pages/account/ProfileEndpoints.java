package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.OwnAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The page of one's own profile and rights. */
final class ProfileEndpoints {
    private static final String PATH = "/account/profile";

    private final OwnAccount own;
    private final Accounts accounts;
    private final Site site;

    ProfileEndpoints(OwnAccountPorts ports, Site site) {
        this.own = ports.account();
        this.accounts = ports.accounts();
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showProfile", site.show(this::show), "changeProfile", site.change(this::change));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> own.show(caller.caller(), deadline)
                .fold(
                        details -> site.page(inputs, view(details, Entered.of(details), Map.of(), caller, texts)),
                        refusal -> site.absent(texts));
    }

    private Endpoint.Action change(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        Entered entered = Entered.of(inputs);
        Map<String, String> faults = entered.faults(texts);
        if (!faults.isEmpty()) {
            return deadline -> refused(inputs, caller, entered, view -> view.refusing(), faults, deadline);
        }
        return deadline -> accounts.change(caller.caller().username(), entered.change(), caller.actor(), deadline)
                .fold(
                        changed -> site.done(PATH, "profile-changed"),
                        refusal -> refused(
                                inputs,
                                caller,
                                entered,
                                view -> view.refusing(site.reason(refusal, texts)),
                                Map.of(),
                                deadline));
    }

    private Response refused(
            Inputs inputs,
            PageCaller caller,
            Entered entered,
            Function<View, View> refusing,
            Map<String, String> faults,
            Deadline deadline) {
        Texts texts = site.texts(inputs);
        return own.show(caller.caller(), deadline)
                .fold(
                        details -> site.page(inputs, refusing.apply(view(details, entered, faults, caller, texts))),
                        refusal -> site.absent(texts));
    }

    private View view(
            AccountDetails details, Entered entered, Map<String, String> faults, PageCaller caller, Texts texts) {
        List<FormField> fields = List.of(
                field("first_name", InputType.TEXT, "given-name", entered.firstName, faults, texts),
                field("last_name", InputType.TEXT, "family-name", entered.lastName, faults, texts),
                field("email", InputType.EMAIL, "email", entered.email, faults, texts));
        return View.of(
                PATH,
                texts.account("profile.title"),
                site.form(caller, PATH, fields, texts.account("profile.action"), Form.Style.MAIN),
                new Heading(texts.account("profile.rights")),
                facts(details, texts));
    }

    private static FormField field(
            String name, InputType type, String autocomplete, String value, Map<String, String> faults, Texts texts) {
        return FormField.of(name, texts.account("profile." + name.replace('_', '-')), type)
                .optional()
                .completedWith(autocomplete)
                .holding(value)
                .withFault(Optional.ofNullable(faults.get(name)));
    }

    private Facts facts(AccountDetails details, Texts texts) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                texts.account("profile.username"),
                Cell.code(details.account().username().value())));
        facts.add(new Fact(
                texts.account("profile.joined"),
                site.moment(details.account().origin().dateJoined(), texts)));
        List<Cell> groups =
                details.groups().stream().map(group -> Cell.of(group.value())).toList();
        facts.add(new Fact(texts.account("profile.groups"), orNone(groups, texts)));
        List<Cell> permissions = details.effective().stream()
                .sorted()
                .map(permission -> Cell.code(permission.codeName()))
                .toList();
        facts.add(new Fact(
                texts.account("profile.permissions"),
                details.rights().superuser()
                        ? List.of(Cell.of(texts.account("profile.superuser")))
                        : orNone(permissions, texts)));
        return new Facts(facts);
    }

    private static List<Cell> orNone(List<Cell> cells, Texts texts) {
        return cells.isEmpty() ? List.of(Cell.of(texts.account("profile.none"))) : cells;
    }

    /** What stands in the form. */
    private record Entered(String firstName, String lastName, String email) {
        static Entered of(AccountDetails details) {
            Profile profile = details.account().profile();
            return new Entered(
                    profile.firstName(),
                    profile.lastName(),
                    profile.email().map(AccountEmail::value).orElse(""));
        }

        static Entered of(Inputs inputs) {
            Function<String, String> text =
                    name -> inputs.text(Input.body(name)).orElse("").strip();
            return new Entered(text.apply("first_name"), text.apply("last_name"), text.apply("email"));
        }

        /** By field, in words. */
        Map<String, String> faults(Texts texts) {
            Map<String, String> faults = new HashMap<>();
            if (!Profile.isName(firstName)) {
                faults.put("first_name", texts.account("profile.not-a-name"));
            }
            if (!Profile.isName(lastName)) {
                faults.put("last_name", texts.account("profile.not-a-name"));
            }
            if (!email.isEmpty() && AccountEmail.parse(email).isEmpty()) {
                faults.put("email", texts.account("profile.not-an-address"));
            }
            return faults;
        }

        AccountChange change() {
            return new AccountChange(
                    Optional.of(email),
                    Optional.of(firstName),
                    Optional.of(lastName),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Entered[redacted]";
        }
    }
}
