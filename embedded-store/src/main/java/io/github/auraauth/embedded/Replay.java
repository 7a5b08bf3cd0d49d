package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the entries of a journal into effect, in databases that nobody else uses yet. */
final class Replay implements Change.Target {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final Channel channel = new EmbeddedChannel();
    private final Function<String, MongoDatabase> databases;
    private final Commands commands;

    Replay(Function<String, MongoDatabase> databases, Commands commands) {
        this.databases = databases;
        this.commands = commands;
    }

    /** Runs commands that change collections or indexes. */
    interface Commands {
        void run(Channel channel, String database, String name, Document command);
    }

    @Override
    public void put(String namespace, byte[] document) {
        MongoDatabase database = databaseOf(namespace);
        String name = collectionOf(namespace);
        MongoCollection<?> present = database.resolveCollection(name, false);
        MongoCollection<?> collection = present == null ? database.createCollectionOrThrowIfExists(name) : present;
        ((JournaledCollection) collection).restore(document);
    }

    @Override
    public void remove(String namespace, Object id) {
        MongoCollection<?> collection = databaseOf(namespace).resolveCollection(collectionOf(namespace), false);
        if (collection != null) {
            ((JournaledCollection) collection).forget(id);
        }
    }

    /** Earlier versions wrote commands down that had failed, by a fault of the library too. */
    @Override
    public void run(String database, Document command) {
        String name = command.keySet().iterator().next();
        try {
            commands.run(channel, database, name, command);
        } catch (MongoServerException e) {
            LOG.debug("a command failed as it had");
        } catch (RuntimeException e) {
            LOG.warn("a {} failed as it had: {}", name, e.getClass().getSimpleName());
        }
    }

    private MongoDatabase databaseOf(String namespace) {
        return databases.apply(namespace.substring(0, namespace.indexOf('.')));
    }

    private static String collectionOf(String namespace) {
        return namespace.substring(namespace.indexOf('.') + 1);
    }
}
