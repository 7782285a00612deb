/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What auth-service is asked, and what it publishes about the credentials of stations. */
@NullMarked
package io.ohmnibus.contracts.auth;

import org.jspecify.annotations.NullMarked;
