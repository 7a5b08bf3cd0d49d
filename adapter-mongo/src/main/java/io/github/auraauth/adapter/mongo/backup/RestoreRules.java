package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.domain.activity.AuditPseudonyms;
import io.github.auraauth.domain.user.AuraId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The rules by which a document of a backup is restored, given what is stored under its {@code _id} and what was taken away. */
final class RestoreRules {
    private static final String ID = "_id";
    private static final String WITHDRAWN = "withdrawn";
    private static final String REVOKED_AT = "revokedAt";
    private static final String REVISION = "rev";

    private final RemovalEvents events;
    private final ErasureReceipts receipts;
    private final ChangedUsers changed;
    private final AuditPseudonyms pseudonyms;

    /** @param pseudonyms by which the activity names users */
    RestoreRules(RemovalEvents events, ErasureReceipts receipts, ChangedUsers changed, AuditPseudonyms pseudonyms) {
        this.events = events;
        this.receipts = receipts;
        this.changed = changed;
        this.pseudonyms = pseudonyms;
    }

    /** What is to be done. */
    enum Verdict {
        ADD,
        /** What is there is older. */
        REPLACE,
        /** What is there is good, and the backup knows that it was revoked or withdrawn. */
        TAKE_AWAY,
        KEEP,
        /** Left out, since it was removed. */
        LEAVE_OUT,
        /** Left out, and what is there of it is deleted. */
        ERASE
    }

    /**
     * Decides.
     *
     * @param accounts those of the target that the documents of this batch name, by id
     * @param clients ids of the target's clients that they name
     */
    Verdict of(
            BackupCollection collection,
            Document restored,
            Optional<Document> present,
            Map<String, Document> accounts,
            Set<String> clients) {
        return switch (collection) {
            case USERS -> user(restored, present);
            case TERMS -> eraseIf(receipts.isErasedRecord(restored), present);
            case TERMS_HISTORY -> eraseIf(receipts.isErasedPage(restored), present);
            case GROUPS, ACCOUNTS ->
                present.isPresent()
                        ? newer(number(restored), number(present.get()))
                        : addUnless(isRemovedOwner(collection, restored));
            case AUTH_TOKENS ->
                present.isPresent()
                        ? takeAway(restored.getBoolean(WITHDRAWN, false)
                                && !present.get().getBoolean(WITHDRAWN, false))
                        : addUnless(isUnlistedAndRevoked(restored) || !accounts.containsKey(account(restored)));
            case API_KEYS ->
                present.isPresent()
                        ? takeAway(restored.containsKey(REVOKED_AT)
                                && !present.get().containsKey(REVOKED_AT))
                        : Verdict.ADD;
            case PASSKEYS -> present.isPresent() ? Verdict.KEEP : addUnless(!isListed(restored, accounts));
            case CONSENTS -> {
                String client = String.valueOf(restored.getString("client"));
                boolean lost = events.isRemoved("consent", account(restored) + ' ' + client)
                        || !accounts.containsKey(account(restored))
                        || !clients.contains(client);
                yield present.isPresent() ? Verdict.KEEP : addUnless(lost);
            }
            case CLIENTS -> present.isPresent() ? Verdict.KEEP : addUnless(isRemoved("client", restored));
            case SIGNING_KEYS -> present.isPresent() ? Verdict.KEEP : addUnless(isRemoved("key", restored));
            case PERMISSIONS -> present.isPresent() ? Verdict.KEEP : addUnless(isRemoved("permission", restored));
            case SUPERUSERS,
                    AUTH_TOKEN_LIST,
                    ACTIVITY,
                    ACTIVITY_CHAINS,
                    LOGIN_STATES,
                    ASSERTIONS,
                    ERASED_AURA_IDS,
                    ERASURES,
                    REVOCATIONS -> present.isPresent() ? Verdict.KEEP : Verdict.ADD;
        };
    }

    /** A listed token that was revoked comes back as withdrawn, so that the list does not make it anew. */
    void complete(BackupCollection collection, Document restored) {
        if (collection == BackupCollection.AUTH_TOKENS && isRevoked(restored)) {
            restored.put(WITHDRAWN, true);
        }
    }

    /** Whether something that was removed, as the activity tells, may be there all the same. */
    boolean isRemoved(BackupCollection collection, Document stored) {
        return switch (collection) {
            case AUTH_TOKENS -> isUnlistedAndRevoked(stored);
            case ACCOUNTS -> isRemoved("account", stored);
            case GROUPS -> isRemoved("group", stored);
            case CLIENTS -> isRemoved("client", stored);
            default -> false;
        };
    }

    private static Verdict eraseIf(boolean erased, Optional<Document> present) {
        if (erased) {
            return Verdict.ERASE;
        }
        return present.isPresent() ? Verdict.KEEP : Verdict.ADD;
    }

    private Verdict user(Document restored, Optional<Document> present) {
        Instant registered = ErasureReceipts.registeredAt(restored);
        if (receipts.isErasedRow(restored)) {
            // what was registered again after the erasure stays
            return present.filter(row -> !receipts.isErasedRow(row)).isPresent() ? Verdict.KEEP : Verdict.ERASE;
        }
        if (present.isPresent()) {
            return ErasureReceipts.registeredAt(present.get()).isBefore(registered) ? Verdict.REPLACE : Verdict.KEEP;
        }
        String auraId = String.valueOf(restored.get("auraId"));
        boolean removed = events.removedAt(
                        "user", AuraId.parse(auraId).map(pseudonyms::of).orElse(auraId))
                .filter(at -> !at.isBefore(registered))
                .isPresent();
        return addUnless(removed || changed.contains(auraId));
    }

    private boolean isRemovedOwner(BackupCollection collection, Document restored) {
        return collection == BackupCollection.GROUPS
                ? isRemoved("group", restored)
                : isRemoved("account", restored) || "ERASING".equals(restored.getString("state"));
    }

    private boolean isUnlistedAndRevoked(Document token) {
        return isRevoked(token) && !"LISTED".equals(token.getString("source"));
    }

    private boolean isRevoked(Document token) {
        return events.isRemoved("token", String.valueOf(token.getString("id")));
    }

    private boolean isRemoved(String subject, Document restored) {
        return events.isRemoved(subject, String.valueOf(restored.get(ID)));
    }

    /** The account names its passkeys; one that it does not name was removed. */
    private static boolean isListed(Document passkey, Map<String, Document> accounts) {
        return Optional.ofNullable(accounts.get(account(passkey)))
                .filter(owner ->
                        owner.getList("passkeys", String.class, List.of()).contains(String.valueOf(passkey.get(ID))))
                .isPresent();
    }

    static String account(Document document) {
        return String.valueOf(document.getString("account"));
    }

    private static long number(Document document) {
        return document.get(REVISION) instanceof Number revision ? revision.longValue() : 0;
    }

    private static Verdict newer(long restored, long present) {
        return restored > present ? Verdict.REPLACE : Verdict.KEEP;
    }

    private static Verdict takeAway(boolean needed) {
        return needed ? Verdict.TAKE_AWAY : Verdict.KEEP;
    }

    private static Verdict addUnless(boolean removed) {
        return removed ? Verdict.LEAVE_OUT : Verdict.ADD;
    }
}
