/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostmasterTest {

    @TempDir private Path folder;

    @Test
    void removesAPidFileThatNamesALivingForeignProcess() throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");

        new Postmaster(folder).stop();

        assertThat(pidFile).doesNotExist();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-1", "999999999"})
    void removesAPidFileThatNamesNobody(String content) throws IOException {
        var pidFile = Files.writeString(folder.resolve("postmaster.pid"), content);

        new Postmaster(folder).stop();

        assertThat(pidFile).doesNotExist();
    }
}
