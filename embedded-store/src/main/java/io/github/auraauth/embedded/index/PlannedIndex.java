package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** An index that {@link QueryPlanner} asks: the library's own search for an index finds none. */
abstract class PlannedIndex extends Index<Integer> {
    PlannedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<Integer> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final long getDataSize() {
        return 0;
    }

    @Override
    public final void drop() {
        // nothing is left once nobody refers to it
    }
}
