package io.github.auraauth.adapter.mongo.activity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.ACCOUNT;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.ACTOR;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.AT;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.EVENT;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.ID;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.OBJECT;
import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.InsertManyOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.activity.ActivityLog;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The activity in MongoDB, one document an entry; nothing changes one. Entries that cannot be read are left out of pages. */
public final class MongoActivityLog implements ActivityLog {
    private final GuardedCollection entries;
    private final DocumentReading<Activity> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoActivityLog(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.entries = connection.collection(AuditEntryMapper.COLLECTION);
        this.reading = new DocumentReading<>(MongoActivityLog::toActivity, unreadable);
    }

    /** Not in order, so that one which is there keeps no other from being stored. */
    @Override
    public void append(List<AuditEntry> added, Deadline deadline) {
        List<Document> documents = requireNonNull(added, "entries").stream()
                .map(AuditEntryMapper::toDocument)
                .toList();
        if (documents.isEmpty()) {
            return;
        }
        entries.within(deadline, all -> {
            try {
                return all.insertMany(documents, new InsertManyOptions().ordered(false))
                        .wasAcknowledged();
            } catch (MongoBulkWriteException e) {
                boolean thereAlready = e.getWriteConcernError() == null
                        && e.getWriteErrors().stream()
                                .allMatch(error ->
                                        ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
                if (!thereAlready) {
                    throw e;
                }
                return true;
            }
        });
    }

    @Override
    public List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most, Deadline deadline) {
        Bson ofAccount = ofAccount(account);
        Bson wanted = requireNonNull(place, "place")
                .key()
                .map(from -> and(ofAccount, place.backwards() ? newerThan(from) : olderThan(from)))
                .orElse(ofAccount);
        Bson order = place.backwards() ? ascending(AT, ID) : descending(AT, ID);
        return entries.within(
                deadline,
                all -> DocumentReading.inOrder(
                        place, reading.first(most, all.find(wanted).sort(order))));
    }

    @Override
    public int count(Optional<AccountId> account, int most, Deadline deadline) {
        Bson counted = ofAccount(account);
        CountOptions limited = new CountOptions().limit(most);
        return entries.within(deadline, all -> (int) all.countDocuments(counted, limited));
    }

    private static Bson ofAccount(Optional<AccountId> account) {
        return requireNonNull(account, "account")
                .map(one -> eq(ACCOUNT, one.value()))
                .orElse(empty());
    }

    private static Bson olderThan(Position position) {
        Date at = Date.from(position.at());
        return and(lte(AT, at), or(lt(AT, at), and(eq(AT, at), lt(ID, position.id()))));
    }

    private static Bson newerThan(Position position) {
        Date at = Date.from(position.at());
        return and(gte(AT, at), or(gt(AT, at), and(eq(AT, at), gt(ID, position.id()))));
    }

    private static Activity toActivity(StoredFields fields) {
        return new Activity(
                fields.text(ID),
                fields.time(AT),
                fields.required(EVENT, Activity.Event::parse),
                fields.text(ACTOR),
                fields.optional(ACCOUNT, AccountId::parse),
                fields.text(OBJECT));
    }
}
