/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.policy;

import reactor.core.publisher.Mono;

/** The policies of tenants. */
public interface AuthorizationPolicies {

    /** The policy of a tenant, at most a second old; {@link AuthorizationPolicy#NONE} for none. */
    Mono<AuthorizationPolicy> of(String tenant);

    /** Enters the policy of a tenant; a token of the external judge that is absent stays. */
    Mono<Void> put(String tenant, AuthorizationPolicy policy, String by);
}
