/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Certificate authorities: what a signing request must be like, and who signs it. An authority is
 * an own key store or a service behind a webhook, one for each use of a certificate.
 */
@NullMarked
package io.ohmnibus.auth.authority;

import org.jspecify.annotations.NullMarked;
