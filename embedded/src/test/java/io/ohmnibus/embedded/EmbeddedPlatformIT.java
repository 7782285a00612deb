/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPlatformIT {

    @TempDir private Path folder;

    @Test
    void keepsWhatWasAcknowledgedWhenTheProcessIsKilled() throws Exception {
        ProcessHandle orphan;
        try (var other = OtherProcess.on(folder)) {
            other.kill();
            orphan = postmaster();
            assertThat(orphan.isAlive()).as("a killed process leaves PostgreSQL running").isTrue();
        }

        try (var platform = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(Traces.inKafka(platform)).containsExactly("from the other process");
            assertThat(Traces.inPostgres(platform)).containsExactly("from the other process");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesAFolderThatAnotherProcessHolds() throws Exception {
        try (var other = OtherProcess.on(folder)) {
            assertThat(other).isNotNull();
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("in use by another Ohmnibus process (pid ")
                    .hasMessageContaining(folder.toRealPath().toString());
        }
        // Told to end, the other process stopped both and gave the folder free.
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        DataFolder.claim(folder).release();
    }

    @Test
    void startsDurableAndKeepsDataAcrossAnOrderlyStop() throws Exception {
        var ended = new ArrayList<String>();
        int port;
        try (var platform = start()) {
            assertThat(Traces.setting(platform, "fsync")).isEqualTo("on");
            assertThat(Traces.setting(platform, "synchronous_commit")).isEqualTo("on");
            assertThat(Traces.setting(platform, "full_page_writes")).isEqualTo("on");
            assertThat(Traces.setting(platform, "server_encoding")).isEqualTo("UTF8");
            assertThatThrownBy(this::start).hasMessageContaining("in use by another");
            Traces.leave(platform, "kept");
            platform.beforeClose(() -> ended.add(Traces.inKafka(platform).getFirst()));
            port = platform.postgresPort();
        }
        assertThat(ended).containsExactly("kept");

        try (var platform = EmbeddedPlatform.start(new EmbeddedOptions(folder, 0, port))) {
            assertThat(platform.jdbcUrl("traces")).contains(":" + port + "/");
            assertThat(Traces.inPostgres(platform)).containsExactly("kept");
            assertThat(Traces.inKafka(platform)).containsExactly("kept");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedPlatform.start(new EmbeddedOptions(folder, port, 0)))
                    .hasMessageStartingWith("Port " + port + ", which Kafka needs, is taken");
        }
        // PostgreSQL had started meanwhile and was stopped again.
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private EmbeddedPlatform start() {
        return EmbeddedPlatform.start(new EmbeddedOptions(folder, 0, 0));
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
