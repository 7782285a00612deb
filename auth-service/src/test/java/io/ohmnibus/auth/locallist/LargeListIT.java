/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A station with a list of 1 000 of the 100 000 tokens of its tenant. */
@EmbeddedTest
final class LargeListIT {

    private static final Logger log = LoggerFactory.getLogger(LargeListIT.class);

    private final ListsUnderTest under;

    LargeListIT(TestDatabase database) {
        under = new ListsUnderTest(database);
    }

    @Test
    void looksAtTheTokensOfItsGroupsAlone() {
        under.execute(
                """
                insert into tokens (tenant, type, token_key, id_token, status, group_id, group_type,
                  concurrent_transactions, created_at, updated_at)
                select :tenant, 'ISO14443', 't' || i, 'T' || i, 'Accepted', 'G' || i % 100,
                  'Central', false, now(), now() from generate_series(1, 100000) i
                """);
        under.execute("analyze");
        under.rule(LocalListRule.Tokens.Groups, false, "g7");

        long begin = System.nanoTime();
        List<ListEntries.Difference> wanted =
                Objects.requireNonNull(
                        under.entries
                                .differences(under.station, under.now(), 5_000)
                                .collectList()
                                .block(Duration.ofSeconds(60)));
        log.info("1 000 of 100 000 tokens in {} ms", (System.nanoTime() - begin) / 1_000_000);

        assertThat(wanted).hasSize(1_000);
    }
}
