package io.github.auraauth.adapter.mongo.provider;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.provider.ConsentStore;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Consents in MongoDB, one document for an account and a client: {@code _id} names both. */
public final class MongoConsentStore implements ConsentStore {
    private static final String COLLECTION = "oidc_consents";
    private static final String PARTIES = "_id";
    private static final String ACCOUNT = "account";
    private static final String CLIENT = "client";
    private static final String SCOPES = "scopes";
    private static final String GIVEN_AT = "givenAt";

    private final GuardedCollection consents;
    private final DocumentReading<Consent> reading;

    /** @param unreadable receives the documents that cannot be read */
    public MongoConsentStore(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.consents = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoConsentStore::toConsent, unreadable);
    }

    @Override
    public void add(Consent consent, Deadline deadline) {
        Bson one = of(requireNonNull(consent, "consent").account(), consent.client());
        Bson added = combine(
                addEachToSet(SCOPES, consent.scopes().stream().sorted().toList()),
                max(GIVEN_AT, Date.from(consent.givenAt())),
                setOnInsert(ACCOUNT, consent.account().value()),
                setOnInsert(CLIENT, consent.client().value()));
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        do {
            if (consents.unlessDuplicate(deadline, all -> all.updateOne(one, added, upsert))
                    .isPresent()) {
                return;
            }
            // another made the document between the look and the insertion
        } while (!deadline.hasPassed());
        throw new Outage.Contended(MongoConnection.DEPENDENCY);
    }

    @Override
    public Optional<Consent> find(AccountId account, ClientId client, Deadline deadline) {
        return consents.first(of(account, client), deadline).map(reading::one);
    }

    @Override
    public List<Consent> ofAccount(AccountId account, Deadline deadline) {
        Bson ofAccount = of(account);
        List<Document> documents = consents.within(
                deadline, all -> all.find(ofAccount).sort(ascending(CLIENT)).into(new ArrayList<>()));
        return reading.all(documents);
    }

    @Override
    public boolean delete(AccountId account, ClientId client, Deadline deadline) {
        return consents.deleteOne(of(account, client), deadline);
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        consents.deleteMany(of(account), deadline);
    }

    private static Consent toConsent(StoredFields fields) {
        return new Consent(
                fields.required(ACCOUNT, AccountId::parse),
                fields.required(CLIENT, ClientId::parse),
                fields.all(SCOPES, Optional::of),
                fields.time(GIVEN_AT));
    }

    private static Bson of(AccountId account, ClientId client) {
        return eq(
                PARTIES,
                requireNonNull(account, "account").value()
                        + ' '
                        + requireNonNull(client, "client").value());
    }

    private static Bson of(AccountId account) {
        return eq(ACCOUNT, requireNonNull(account, "account").value());
    }
}
