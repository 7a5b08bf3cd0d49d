package io.github.auraauth.adapter.mongo.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Which listed index is the one that a definition wants, as real servers list them. */
class IndexSpecTest {
    private static final IndexSpec WANTED =
            IndexSpec.ofDefinition(Document.parse("{name: 'a_1', keys: {a: 1}, unique: true}"));
    private static final String ENGLISH = "{locale: 'en', caseLevel: false, strength: 2}";

    @Test
    void ofServer_collectionWithADefaultCollation_doesNotCountIt() {
        assertThat(listed(", collation: " + ENGLISH, ", collation: " + ENGLISH)).matches(WANTED::isEquivalentTo);
    }

    @Test
    void ofServer_collationOfItsOwn_isAnotherIndexAndNoVariant() {
        IndexSpec german = listed("", ", collation: {locale: 'de'}");
        assertThat(WANTED.isEquivalentTo(german)).isFalse();
        assertThat(german.isVariantOf(WANTED)).isFalse();
        assertThat(german.hasKeysOf(WANTED)).isTrue();
    }

    @Test
    void ofServer_simpleCollationWhereTheCollectionHasAnother_isAnotherIndex() {
        IndexSpec simple = listed(", collation: " + ENGLISH, "");
        assertThat(WANTED.isEquivalentTo(simple)).isFalse();
        assertThat(simple.isVariantOf(WANTED)).isFalse();
    }

    @Test
    void ofServer_filterOfItsOwn_isAnotherIndexAndNoVariant() {
        IndexSpec partial = listed("", ", partialFilterExpression: {a: {$exists: true}}");
        assertThat(WANTED.isEquivalentTo(partial)).isFalse();
        assertThat(partial.isVariantOf(WANTED)).isFalse();
    }

    @Test
    void ofServer_hiddenOrOfAnotherFormat_isTheSame() {
        assertThat(listed("", ", hidden: true, ns: 'x.y', background: true")).matches(WANTED::isEquivalentTo);
    }

    @Test
    void isVariantOf_otherOptionsOfDefinitions_isTrue() {
        IndexSpec plain = IndexSpec.ofDefinition(Document.parse("{name: 'x', keys: {a: 1}}"));
        assertThat(plain.isVariantOf(WANTED)).isTrue();
        assertThat(plain.differsInTimeFrom(WANTED)).isFalse();
        IndexSpec timed = IndexSpec.ofDefinition(Document.parse("{name: 'x', keys: {a: 1}, expireAfterSeconds: 1}"));
        assertThat(timed.differsInTimeFrom(plain)).isTrue();
    }

    @Test
    void isNamedAfter_nameAndNumber_isTrue() {
        assertThat(WANTED.named("a_1_2").isNamedAfter("a_1")).isTrue();
        assertThat(WANTED.named("a_1").isNamedAfter("a_1")).isTrue();
        assertThat(WANTED.named("a_1_b_1").isNamedAfter("a_1")).isFalse();
        assertThat(WANTED.named("a_12").isNamedAfter("a_1")).isFalse();
    }

    private static IndexSpec listed(String ofId, String ofOurs) {
        return IndexSpec.ofServer(List.of(
                        Document.parse("{v: 2, key: {_id: 1}, name: '_id_'" + ofId + "}"),
                        Document.parse("{v: 2, key: {a: 1.0}, name: 'ours', unique: true" + ofOurs + "}")))
                .get(1);
    }
}
