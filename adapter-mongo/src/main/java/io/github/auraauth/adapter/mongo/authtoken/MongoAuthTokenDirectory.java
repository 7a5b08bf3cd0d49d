package io.github.auraauth.adapter.mongo.authtoken;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.ACCOUNT;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.CREATED_AT;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.EXPIRES_AT;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.LAST_USED_AT;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.SOURCE;
import static io.github.auraauth.adapter.mongo.authtoken.AuthTokenDocumentMapper.WITHDRAWN;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.mongodb.client.model.CountOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Lists of the auth tokens in MongoDB. Tokens that cannot be read are counted, and left out of lists. */
public final class MongoAuthTokenDirectory implements AuthTokenDirectory {
    private final GuardedCollection tokens;
    private final DocumentReading<AuthToken> reading;
    private final DocumentReading<Map.Entry<AuthTokenDigest, AuthToken>> readingEntries;

    /** @param unreadable receives the documents that cannot be read */
    public MongoAuthTokenDirectory(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.tokens = connection.collection(AuthTokenDocumentMapper.COLLECTION);
        this.reading = new DocumentReading<>(AuthTokenDocumentMapper::toToken, unreadable);
        this.readingEntries = new DocumentReading<>(
                fields -> Map.entry(AuthTokenDocumentMapper.toDigest(fields), AuthTokenDocumentMapper.toToken(fields)),
                unreadable);
    }

    @Override
    public List<AuthToken> page(Optional<AccountId> account, Keyset<AuthTokenId> place, int most, Deadline deadline) {
        Bson wanted = ofAccount(account);
        Keyset<String> ids = requireNonNull(place, "place").map(AuthTokenId::value);
        return tokens.within(deadline, all -> reading.page(all, wanted, ID, ids, most));
    }

    @Override
    public int count(Optional<AccountId> account, int most, Deadline deadline) {
        Bson ofAccount = ofAccount(account);
        CountOptions limited = new CountOptions().limit(most);
        return tokens.within(deadline, all -> (int) all.countDocuments(ofAccount, limited));
    }

    @Override
    public Map<AuthTokenDigest, AuthToken> listed(Deadline deadline) {
        Bson fromTheList = eq(SOURCE, AuthToken.Source.LISTED.name());
        List<Document> documents =
                tokens.within(deadline, all -> all.find(fromTheList).into(new ArrayList<>()));
        return readingEntries.all(documents).stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<AuthToken> ending(Instant from, Instant until, int most, Deadline deadline) {
        Bson wanted =
                and(gte(EXPIRES_AT, date(from, "from")), lt(EXPIRES_AT, date(until, "until")), ne(WITHDRAWN, true));
        return found(wanted, ascending(EXPIRES_AT, ID), most, deadline);
    }

    @Override
    public List<AuthToken> unused(Instant since, Instant now, int most, Deadline deadline) {
        Date from = date(since, "since");
        Bson neverUsed = and(eq(LAST_USED_AT, null), lt(CREATED_AT, from));
        Bson usedLong = and(gt(LAST_USED_AT, Date.from(Instant.EPOCH)), lt(LAST_USED_AT, from));
        Bson good = and(ne(WITHDRAWN, true), or(eq(EXPIRES_AT, null), gt(EXPIRES_AT, date(now, "now"))));
        List<AuthToken> lain = new ArrayList<>(found(and(neverUsed, good), ascending(CREATED_AT), most, deadline));
        if (lain.size() < most) {
            lain.addAll(found(and(usedLong, good), ascending(LAST_USED_AT), most - lain.size(), deadline));
        }
        return List.copyOf(lain);
    }

    private List<AuthToken> found(Bson wanted, Bson order, int most, Deadline deadline) {
        return tokens.within(
                deadline, all -> reading.first(most, all.find(wanted).sort(order)));
    }

    private static Date date(Instant moment, String parameter) {
        return Date.from(requireNonNull(moment, parameter));
    }

    private static Bson ofAccount(Optional<AccountId> account) {
        return requireNonNull(account, "account")
                .map(owner -> eq(ACCOUNT, owner.value()))
                .orElse(empty());
    }
}
