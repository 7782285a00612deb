/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * TLS for security profiles 2 and 3 (Part 2, A00): the certificates that the gateway shows, the
 * ones that stations show, and whether those are trusted and not revoked.
 */
@NullMarked
package io.ohmnibus.gateway.tls;

import org.jspecify.annotations.NullMarked;
