/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.policy;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of a tenant are judged.
 *
 * @param cacheLifetime how long stations may go by what they were told about a token (C10.FR.08);
 *     zero lets them remember nothing, and without it each goes by its own AuthCacheLifeTime
 * @param masterPassGroupId tokens of this group may stop transactions and start none (C16); the
 *     same as MasterPassGroupId of the stations
 * @param external who else is asked about tokens
 */
public record AuthorizationPolicy(
        @Nullable Duration cacheLifetime,
        @Nullable String masterPassGroupId,
        @Nullable External external) {

    /** Of a tenant that has said nothing. */
    public static final AuthorizationPolicy NONE = new AuthorizationPolicy(null, null, null);

    /** Whether these tokens stop transactions and start none. */
    public boolean isMasterPass(@Nullable String groupId) {
        return masterPassGroupId != null && masterPassGroupId.equalsIgnoreCase(groupId);
    }

    /**
     * Somebody who judges tokens as well, in real time.
     *
     * @param url where to ask
     * @param token what proves that it is we who ask; sent as a bearer token
     * @param deadline how long an answer may take
     * @param ask about which tokens
     * @param onFailure what happens when there is no answer
     */
    public record External(
            URI url, @Nullable String token, Duration deadline, Ask ask, OnFailure onFailure) {

        @Override
        public String toString() {
            return "External[url=" + url + "]";
        }
    }

    /** About which tokens somebody else is asked. */
    public enum Ask {
        /** Those that are not among ours. */
        Unknown,
        /** All but those that we refuse. */
        All
    }

    /** What happens to a token when nobody answers. */
    public enum OnFailure {
        /** It is refused. */
        Refuse,
        /** Our own judgement stands. */
        OwnJudgement
    }
}
