//! Setting documents: heavy, so one at a time and off the async threads.

use crate::{Telar, Unavailable};

impl Telar {
    pub async fn certificate_pdf(&self, data: paper::Certificate) -> Result<Vec<u8>, Unavailable> {
        self.set(move || paper::certificate(&data)).await
    }

    pub async fn slips_pdf(&self, data: paper::Slips) -> Result<Vec<u8>, Unavailable> {
        self.set(move || paper::slips(&data)).await
    }

    pub async fn letter_pdf(&self, data: paper::Letter) -> Result<Vec<u8>, Unavailable> {
        self.set(move || paper::letter(&data)).await
    }

    pub async fn poster_pdf(&self, data: paper::Poster) -> Result<Vec<u8>, Unavailable> {
        self.set(move || paper::poster(&data)).await
    }

    pub async fn tables_pdf(&self, data: paper::Tables) -> Result<Vec<u8>, Unavailable> {
        self.set(move || paper::tables(&data)).await
    }

    async fn set(
        &self,
        f: impl FnOnce() -> Result<Vec<u8>, paper::PaperError> + Send + 'static,
    ) -> Result<Vec<u8>, Unavailable> {
        let _turn = self.press().acquire().await;
        self.off(f).await?.map_err(|why| Unavailable::Store(why.to_string()))
    }
}
