package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * The documents that a query finds, read when they are asked for: a cursor over many documents holds a page of them. Asked by one thread
 * at a time.
 */
final class PagedDocuments extends AbstractCursor implements Iterator<Document> {
    private static final int LARGEST_PAGE = 128;

    private final IntFunction<List<Document>> pages;
    private final int most;
    private List<Document> page = List.of();
    private int next;
    private int read;
    private int size = 1;
    private boolean ended;

    /**
     * @param pages gives up to that many next documents; fewer are the last ones
     * @param most how many there may be in all
     */
    PagedDocuments(long cursorId, IntFunction<List<Document>> pages, int most) {
        super(cursorId);
        this.pages = pages;
        this.most = most;
    }

    /**
     * The first of them, with the way to the others where there are any.
     *
     * @param batchSize 0 for all in one
     * @param cursors takes in the way to the others
     */
    QueryResult result(int batchSize, CursorRegistry cursors) {
        if (batchSize <= 0) {
            return new QueryResult(() -> this);
        }
        List<Document> batch = takeDocuments(batchSize);
        if (isEmpty()) {
            return new QueryResult(batch);
        }
        cursors.add(this);
        return new QueryResult(batch, this);
    }

    @Override
    public synchronized boolean hasNext() {
        if (next == page.size() && !ended) {
            int asked = Math.min(size, most - read);
            page = asked == 0 ? List.of() : pages.apply(asked);
            next = 0;
            read += page.size();
            ended = page.size() < asked || read == most;
            size = Math.min(2 * size, LARGEST_PAGE);
        }
        return next < page.size();
    }

    @Override
    public synchronized Document next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }

    @Override
    public boolean isEmpty() {
        return !hasNext();
    }

    @Override
    public synchronized List<Document> takeDocuments(int number) {
        List<Document> taken = new ArrayList<>();
        while (taken.size() < number && hasNext()) {
            taken.add(next());
        }
        return taken;
    }
}
