package io.github.auraauth.adapter.mongo.account;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.ReplaceOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.InvitationDigest;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.account.InvitationStore;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Invitations in MongoDB, by the digests of their secrets; those that have ended are swept. */
public final class MongoInvitationStore implements InvitationStore {
    private static final String COLLECTION = "invitations";
    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String EPOCH = "epoch";
    private static final String END = "end";
    private static final String GIVER = "giver";
    private static final String SUPERUSER = "superuser";
    private static final String STAFF = "staff";
    private static final String PERMISSIONS = "permissions";

    private final GuardedCollection invitations;
    private final DocumentReading<Invitation> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoInvitationStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.invitations = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoInvitationStore::toInvitation, unreadable);
    }

    @Override
    public void put(InvitationDigest digest, Invitation invitation, Deadline deadline) {
        Bson one = of(digest);
        Document document = new Document(ID, digest.hex())
                .append(
                        ACCOUNT,
                        requireNonNull(invitation, "invitation").account().value())
                .append(EPOCH, invitation.epoch())
                .append(GIVER, toDocument(invitation.giver()))
                .append(END, Date.from(invitation.end()));
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        do {
            if (invitations
                    .unlessDuplicate(deadline, all -> all.replaceOne(one, document, upsert))
                    .isPresent()) {
                return;
            }
            // another put one between the look and the insertion
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public Optional<Invitation> find(InvitationDigest digest, Deadline deadline) {
        return invitations.first(of(digest), deadline).map(reading::one);
    }

    @Override
    public boolean take(InvitationDigest digest, Deadline deadline) {
        return invitations.deleteOne(of(digest), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        invitations.deleteMany(eq(ACCOUNT, requireNonNull(account, "account").value()), deadline);
    }

    private static Invitation toInvitation(StoredFields fields) {
        return new Invitation(
                fields.required(ACCOUNT, AccountId::parse),
                (int) fields.number(EPOCH),
                fields.optionalPart(GIVER).map(MongoInvitationStore::toRights).orElse(Rights.NONE),
                fields.time(END));
    }

    private static Document toDocument(Rights rights) {
        return new Document(SUPERUSER, rights.superuser())
                .append(STAFF, rights.staff())
                .append(
                        PERMISSIONS,
                        rights.permissions().stream()
                                .map(Permission::codeName)
                                .sorted()
                                .toList());
    }

    private static Rights toRights(StoredFields fields) {
        return new Rights(fields.flag(SUPERUSER), fields.flag(STAFF), fields.all(PERMISSIONS, Permission::parse));
    }

    private static Bson of(InvitationDigest digest) {
        return eq(ID, requireNonNull(digest, "digest").hex());
    }
}
