/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of one installation, held by at most one process at a time. */
final class DataFolder {

    private static final long LEAST_FREE_BYTES = 256L * 1024 * 1024;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder when missing and locks it until {@link #release()} or the end of this
     * process.
     */
    static DataFolder claim(Path dataRoot) {
        try {
            Files.createDirectories(dataRoot);
            var root = dataRoot.toRealPath();
            requireWritable(root);
            return locked(root);
        } catch (IOException e) {
            throw unusable(dataRoot, e);
        }
    }

    private static void requireWritable(Path root) throws IOException {
        Files.delete(Files.createTempFile(root, "probe", null));
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new EmbeddedStartException(
                    "The disk that holds %s has only %d MiB left, at least %d MiB are needed."
                            .formatted(root, free >> 20, LEAST_FREE_BYTES >> 20));
        }
    }

    private static DataFolder locked(Path root) throws IOException {
        var file = root.resolve("lock");
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            var holder = Files.readString(file).strip();
            channel.close();
            throw new EmbeddedStartException(
                    "The data folder %s is in use by another Ohmnibus process%s: stop it or choose another folder."
                            .formatted(root, holder.isEmpty() ? "" : " (pid " + holder + ")"));
        }
        channel.truncate(0);
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new DataFolder(root, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    /**
     * The folder of one part, emptied if its first start was cut short: nothing was acknowledged
     * yet.
     *
     * @param proof a file that the part's own data always contain
     */
    Path part(String name, String proof) {
        var folder = root.resolve(name);
        try {
            if (Files.exists(marker(name))) {
                delete(folder);
            } else if (!isAbsentOrEmpty(folder)) {
                requireOwnData(folder, proof);
                return folder;
            }
            Files.writeString(marker(name), "The first start has not ended yet.\n");
            Files.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Called when a part has started: from now on its data are kept. */
    void complete(String name) {
        try {
            Files.deleteIfExists(marker(name));
        } catch (IOException e) {
            throw unusable(root, e);
        }
    }

    void release() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot release the lock on " + root, e);
        }
    }

    private Path marker(String name) {
        return root.resolve(name + ".first-start");
    }

    private static boolean isAbsentOrEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void requireOwnData(Path folder, String proof) throws IOException {
        var probe = Files.createTempFile(folder.getParent(), "probe", null);
        var me = Files.getOwner(probe);
        Files.delete(probe);
        var owner = Files.getOwner(folder);
        if (!owner.equals(me)) {
            throw new EmbeddedStartException(
                    "The data in %s belong to the user %s and cannot be used by %s: start as that user or choose another folder."
                            .formatted(folder, owner.getName(), me.getName()));
        }
        if (!Files.exists(folder.resolve(proof))) {
            throw new EmbeddedStartException(
                    "The folder %s holds something that Ohmnibus did not put there: choose another data folder."
                            .formatted(folder));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (var all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : paths) {
            Files.delete(path);
        }
    }

    private static EmbeddedStartException unusable(Path folder, IOException e) {
        return new EmbeddedStartException(
                "The data folder %s cannot be written: %s.".formatted(folder, e), e);
    }
}
