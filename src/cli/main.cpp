#include "undock_version.h"

#include <cstdio>

int main()
{
    std::puts("openclaw-undock-cli " UNDOCK_VERSION);
    return 0;
}
