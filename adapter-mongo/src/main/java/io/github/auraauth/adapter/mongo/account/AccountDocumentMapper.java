package io.github.auraauth.adapter.mongo.account;

import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.Permission;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Writes and reads accounts as documents. The person's names and e-mail address and the password's hash are enciphered, each
 * for its place; the user name is not, since accounts are found by it.
 */
final class AccountDocumentMapper {
    static final String COLLECTION = "accounts";

    static final String ID = "_id";
    static final String REVISION = "rev";
    static final String USERNAME = "username";
    static final String STATE = "state";
    static final String STAFF = "staff";
    static final String GROUPS = "groups";
    static final String EPOCH = "epoch";
    static final String LAST_LOGIN = "lastLogin";

    private static final String EMAIL = "email";
    private static final String EMAIL_VERIFIED = "emailVerified";
    private static final String FIRST_NAME = "firstName";
    private static final String LAST_NAME = "lastName";
    private static final String PERMISSIONS = "permissions";
    private static final String PASSWORD = "password";
    private static final String ORIGIN = "origin";
    private static final String DATE_JOINED = "dateJoined";
    private static final String SUBJECT = "subject";

    /** What may be missing. */
    private static final List<String> OPTIONAL = Stream.concat(
                    Stream.of(EMAIL, EMAIL_VERIFIED, FIRST_NAME, LAST_NAME, PASSWORD),
                    SecondFactorsMapper.OPTIONAL.stream())
            .toList();

    private final SealedFields sealed;
    private final SecondFactorsMapper factors;

    AccountDocumentMapper(AtRestCipher cipher) {
        this.sealed = new SealedFields(cipher, COLLECTION);
        this.factors = new SecondFactorsMapper(sealed);
    }

    Document of(Account account) {
        Document document = new Document(ID, account.id().value())
                .append(REVISION, account.revision())
                .append(USERNAME, account.username().value());
        document.putAll(changeable(account));
        account.lastLogin().ifPresent(time -> document.append(LAST_LOGIN, Date.from(time)));
        AccountOrigin origin = account.origin();
        document.append(ORIGIN, origin.method().name()).append(DATE_JOINED, Date.from(origin.dateJoined()));
        origin.subject().ifPresent(subject -> document.append(SUBJECT, subject));
        return document;
    }

    /** The update that makes a stored account this one, at the next revision. */
    Document update(Account account) {
        Document changeable = changeable(account);
        Document missing = new Document();
        OPTIONAL.stream().filter(field -> !changeable.containsKey(field)).forEach(field -> missing.append(field, ""));
        Document update = new Document("$set", changeable).append("$inc", new Document(REVISION, 1L));
        return missing.isEmpty() ? update : update.append("$unset", missing);
    }

    /** @throws StoredFields.Unreadable when it cannot be read, or was enciphered under a key that is not known */
    Account toAccount(StoredFields fields) {
        AccountId id = fields.required(ID, AccountId::parse);
        return new Account(
                id,
                fields.number(REVISION),
                fields.required(USERNAME, Username::parse),
                profile(id, fields),
                fields.constant(STATE, AccountState.class),
                new GivenRights(
                        fields.flag(STAFF),
                        fields.all(GROUPS, GroupId::parse),
                        fields.all(PERMISSIONS, Permission::parse)),
                opened(id, PASSWORD, fields, PasswordHash::parse),
                (int) fields.number(EPOCH),
                fields.optionalTime(LAST_LOGIN),
                new AccountOrigin(
                        fields.constant(ORIGIN, AccountOrigin.CreationMethod.class),
                        fields.time(DATE_JOINED),
                        fields.optional(SUBJECT, Optional::of)),
                factors.read(id.value(), fields));
    }

    private Document changeable(Account account) {
        Document fields = new Document();
        Profile profile = account.profile();
        profile.email()
                .ifPresent(email -> fields.append(EMAIL, enciphered(account.id(), EMAIL, email.value()))
                        .append(EMAIL_VERIFIED, email.verified()));
        if (!profile.firstName().isEmpty()) {
            fields.append(FIRST_NAME, enciphered(account.id(), FIRST_NAME, profile.firstName()));
        }
        if (!profile.lastName().isEmpty()) {
            fields.append(LAST_NAME, enciphered(account.id(), LAST_NAME, profile.lastName()));
        }
        account.password()
                .ifPresent(hash -> fields.append(PASSWORD, enciphered(account.id(), PASSWORD, hash.reveal())));
        factors.write(account.id().value(), account.secondFactors(), fields);
        GivenRights rights = account.rights();
        return fields.append(STATE, account.state().name())
                .append(STAFF, rights.staff())
                .append(
                        GROUPS,
                        rights.groups().stream().map(GroupId::value).sorted().toList())
                .append(
                        PERMISSIONS,
                        rights.permissions().stream()
                                .map(Permission::codeName)
                                .sorted()
                                .toList())
                .append(EPOCH, account.epoch());
    }

    private Profile profile(AccountId id, StoredFields fields) {
        Optional<AccountEmail> email = opened(id, EMAIL, fields, AccountEmail::parse)
                .map(address -> new AccountEmail(address.value(), fields.flag(EMAIL_VERIFIED)));
        return new Profile(email, name(id, FIRST_NAME, fields), name(id, LAST_NAME, fields));
    }

    private String name(AccountId id, String field, StoredFields fields) {
        return opened(id, field, fields, text -> Optional.of(text).filter(Profile::isName))
                .orElse("");
    }

    private <T> Optional<T> opened(
            AccountId id, String field, StoredFields fields, Function<String, Optional<T>> parse) {
        return fields.has(field)
                ? Optional.of(parse.apply(sealed.openText(id.value(), field, fields))
                        .orElseThrow(() -> new StoredFields.Unreadable(field)))
                : Optional.empty();
    }

    private String enciphered(AccountId id, String field, String text) {
        return sealed.seal(id.value(), field, text);
    }
}
