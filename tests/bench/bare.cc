// The floor that the start of a command is measured against: a dynamically linked C++ program that
// does nothing.
#include <iostream>

int main() { std::cout << "bare\n"; }
