/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.allowance.Allowances;
import io.ohmnibus.auth.allowance.TokenStatus;
import io.ohmnibus.auth.group.TokenGroups.Change;
import io.ohmnibus.auth.token.TokensUnderTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Groups on a real table, also for tests of other packages. */
public final class TokenGroupsUnderTest {

    private final TokenGroups groups;
    private final String tenant;

    public TokenGroupsUnderTest(ServiceDatabase database, String tenant) {
        this.tenant = tenant;
        groups = in(database);
    }

    static TokenGroups in(ServiceDatabase database) {
        return new PostgresTokenGroups(
                database.client(),
                TokensUnderTest.revisions(database),
                database.transaction(),
                Clock.systemUTC());
    }

    /** Says that of a group. */
    public void put(String id, @Nullable String parent, String status) {
        TokenGroup group =
                new TokenGroup(
                        id,
                        parent,
                        TokenStatus.stored(status),
                        new Allowances(null, null, null),
                        false);
        assertThat(groups.put(tenant, group, "me").block()).isEqualTo(Change.Done);
    }
}
