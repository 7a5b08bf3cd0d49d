package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that was done, without personal data.
 *
 * @param id rises with time among those of one instance
 * @param at to the millisecond
 * @param event such as {@code account.create}
 * @param actor label of whoever did it
 * @param account that it was done to, or that did it; absent where none was
 * @param object identifier of what it was done to beside the account, such as a token's; may be empty
 */
public record Activity(String id, Instant at, Event event, String actor, Optional<AccountId> account, String object) {
    public Activity {
        requireNonNull(id, "id");
        requireNonNull(event, "event");
        requireNonNull(actor, "actor");
        requireNonNull(account, "account");
        requireNonNull(object, "object");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What can be done. */
    public enum Event {
        ACCOUNT_CREATE("account.create"),
        ACCOUNT_UPDATE("account.update"),
        ACCOUNT_GRANT("account.grant"),
        ACCOUNT_DEACTIVATE("account.deactivate"),
        ACCOUNT_ACTIVATE("account.activate"),
        ACCOUNT_DELETE("account.delete"),
        ACCOUNT_INVITE("account.invite"),
        ACCOUNT_PASSWORD("account.password"),
        ACCOUNT_LOGIN("account.login"),
        ACCOUNT_LOGOUT("account.logout"),
        ACCOUNT_UNLOCK("account.unlock"),
        ACCOUNT_IMPORT("account.import"),
        FACTOR_ADD("factor.add"),
        FACTOR_REMOVE("factor.remove"),
        FACTOR_RESET("factor.reset"),
        FACTOR_RECOVERY("factor.recovery"),
        FACTOR_CODES("factor.codes"),
        GROUP_CREATE("group.create"),
        GROUP_UPDATE("group.update"),
        GROUP_DELETE("group.delete"),
        PERMISSION_CREATE("permission.create"),
        PERMISSION_DELETE("permission.delete"),
        TOKEN_CREATE("token.create"),
        TOKEN_REVOKE("token.revoke"),
        CLIENT_CREATE("client.create"),
        CLIENT_UPDATE("client.update"),
        CLIENT_SECRET("client.secret"),
        CLIENT_DELETE("client.delete"),
        KEY_CREATE("key.create"),
        KEY_ROTATE("key.rotate"),
        KEY_DELETE("key.delete"),
        CONSENT_GIVE("consent.give"),
        CONSENT_REVOKE("consent.revoke"),
        APIKEY_GENERATE("apikey.generate"),
        APIKEY_REGISTER("apikey.register"),
        APIKEY_ROTATE("apikey.rotate"),
        APIKEY_REVOKE("apikey.revoke"),
        CONSUMER_REVOKE("consumer.revoke"),
        USER_REGISTER("user.register"),
        USER_RENEW("user.renew"),
        USER_REMOVE("user.remove"),
        USER_ERASE("user.erase"),
        TERMS_ERASE("terms.erase"),
        LOGIN_LINK("login.link"),
        LOGOUT("logout"),
        CONFIG_START("config.start"),
        /** One of the others, named by the object, may have been done or not: its store gave no answer. */
        CHANGE_UNCERTAIN("change.uncertain"),
        AUDIT_LOST("audit.lost");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        /** As the trail shows it. */
        public String word() {
            return word;
        }

        /** The event that a word is, or empty when it is none. */
        public static Optional<Event> parse(String word) {
            for (Event event : values()) {
                if (event.word.equals(word)) {
                    return Optional.of(event);
                }
            }
            return Optional.empty();
        }
    }
}
