//! The program that the page starts as its worker. A crate of its own because the level that a program is
//! built at is that of all passes over it once it is linked: this one is built for speed, so that loops
//! become vector code, and `worker`, which is everything around them, for size.

fn main() {
    worker::start();
}
