// SPDX-License-Identifier: BSL-1.0
// The harness itself: an empty program compiles.
int main() {}
